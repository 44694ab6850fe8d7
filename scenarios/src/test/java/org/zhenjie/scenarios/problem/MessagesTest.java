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

/** The texts of this module. */
class MessagesTest {
    private static final Pattern KEY = Pattern.compile("\"([a-z][A-Za-z]*)\\.[a-z][A-Za-z0-9]*\"");

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(MessagesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    @Test
    void every_key_that_the_code_names_has_a_text() throws IOException {
        Set<String> known = bundle("/org/zhenjie/scenarios/messages.properties").stringPropertyNames();
        Set<String> topics =
                known.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        Set<String> named = new TreeSet<>();
        Path sources = Path.of(System.getProperty("zhenjie.root"), "scenarios/src/main/java/org/zhenjie/scenarios");
        for (String owned :
                new String[] {"study", "reform", "plan", "indicator", "compare", "yaml", "problem", "stations", "access"
                }) {
            try (Stream<Path> files = Files.walk(sources.resolve(owned))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher matcher = KEY.matcher(Files.readString(file));
                    while (matcher.find()) {
                        if (topics.contains(matcher.group(1))
                                && !matcher.group().equals("\"study.yaml\"")) {
                            named.add(matcher.group().replace("\"", ""));
                        }
                    }
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(50);
        named.removeAll(known);
        named.removeAll(bundle("/org/zhenjie/gis/messages.properties").stringPropertyNames());
        assertThat(named).isEmpty();
    }
}
