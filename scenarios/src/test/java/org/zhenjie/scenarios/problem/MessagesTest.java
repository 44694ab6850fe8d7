package org.zhenjie.scenarios.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of this module. */
class MessagesTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");
    private static final Pattern KEY = Pattern.compile(
            "\"(?!study.yaml)((?:yaml|number|file|folder|scenario|norm|reform|total|plan|source|study|cell|staff|indicator|ref|geometry|"
                    + "lonlat|town|county|zone|service|department|block|coverage|problems|stations|drawing|attribute|settlement|distances|roads)\\.[a-z][A-Za-z0-9]*)\"");

    private static Properties bundle(String suffix) throws IOException {
        Properties properties = new Properties();
        String name = "/org/zhenjie/scenarios/messages" + suffix + ".properties";
        try (Reader reader =
                new InputStreamReader(MessagesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    @Test
    void both_languages_have_the_same_keys_and_arguments() throws IOException {
        Properties english = bundle("");
        Properties chinese = bundle("_zh");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(chinese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(hit -> hit.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_key_that_the_code_names_has_a_text() throws IOException {
        Set<String> named = new TreeSet<>();
        Path sources = Path.of(System.getProperty("zhenjie.root"), "scenarios/src/main/java/org/zhenjie/scenarios");
        for (String owned :
                new String[] {"study", "reform", "plan", "indicator", "compare", "yaml", "problem", "stations", "access"
                }) {
            try (Stream<Path> files = Files.walk(sources.resolve(owned))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher matcher = KEY.matcher(Files.readString(file));
                    while (matcher.find()) {
                        named.add(matcher.group(1));
                    }
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(bundle("").stringPropertyNames()).containsAll(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_zh"})
    void apostrophes_are_doubled_as_message_formats_ask(String suffix) throws IOException {
        Properties bundle = bundle(suffix);
        for (String key : bundle.stringPropertyNames()) {
            assertThat(bundle.getProperty(key).replace("''", "")).as(key).doesNotContain("'");
        }
    }
}
