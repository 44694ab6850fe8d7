package org.zhenjie.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message bundle of every module: English, and Chinese beside it. */
class BundlesTest {
    private static final Path ROOT = Path.of(System.getProperty("zhenjie.root"));
    private static final String CHINESE = "_zh.properties";
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");

    /** The Chinese bundles, as paths from the root. */
    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.contains("/src/main/resources/") && file.endsWith(CHINESE))
                    .sorted()
                    .toList();
        }
    }

    private static Properties english(String chinese) throws IOException {
        return read(chinese.replace(CHINESE, ".properties"));
    }

    private static Properties read(String bundle) throws IOException {
        Properties texts = new Once(bundle);
        try (Reader reader = Files.newBufferedReader(ROOT.resolve(bundle))) {
            texts.load(reader);
        }
        return texts;
    }

    @Test
    void every_module_that_speaks_has_bundles() throws IOException {
        assertThat(bundles()).hasSizeGreaterThanOrEqualTo(9).anyMatch(file -> file.startsWith("gis/"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void no_key_stands_twice(String chinese) throws IOException {
        assertThat(((Once) read(chinese)).twice).isEmpty();
        assertThat(((Once) english(chinese)).twice).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_have_the_same_keys_and_arguments(String chinese) throws IOException {
        Properties english = english(chinese);
        Properties other = read(chinese);
        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(other.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(hit -> hit.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All but the texts of --help, which the command line library formats in its own way. */
    static List<String> messageFormats() throws IOException {
        return bundles().stream()
                .filter(bundle -> !bundle.endsWith("cli/help" + CHINESE))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("messageFormats")
    void apostrophes_are_doubled_as_message_formats_ask(String chinese) throws IOException {
        for (Properties texts : List.of(english(chinese), read(chinese))) {
            for (String key : texts.stringPropertyNames()) {
                assertThat(texts.getProperty(key).replace("''", "")).as(key).doesNotContain("'");
            }
        }
    }

    /** Notes keys that stand twice in the file, where plain properties keep the last of them without a word. */
    private static final class Once extends Properties {
        private static final long serialVersionUID = 1;
        private final String bundle;
        private final Set<Object> twice = new TreeSet<>();

        private Once(String bundle) {
            this.bundle = bundle;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                twice.add(bundle + ": " + key);
            }
            return super.put(key, value);
        }
    }
}
