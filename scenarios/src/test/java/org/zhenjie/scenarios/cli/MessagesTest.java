package org.zhenjie.scenarios.cli;

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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of the command line and of exports. */
class MessagesTest {
    private static final Pattern USED =
            Pattern.compile("(?:get|notice|line)\\(\\s*\"([a-z][A-Za-z]*(?:\\.[A-Za-z0-9]+)*)\"");

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                MessagesTest.class.getResourceAsStream("/org/zhenjie/scenarios/" + name + ".properties"),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    @ParameterizedTest
    @ValueSource(strings = {"cli", "export"})
    void every_key_that_the_code_names_has_a_text(String owner) throws IOException {
        Set<String> named = new TreeSet<>();
        Path sources = Path.of(System.getProperty("zhenjie.root"), "scenarios/src/main/java/org/zhenjie/scenarios");
        try (Stream<Path> files = Files.list(sources.resolve(owner))) {
            for (Path file : files.toList()) {
                USED.matcher(Files.readString(file)).results().forEach(hit -> named.add(hit.group(1)));
            }
        }
        assertThat(named).hasSizeGreaterThan(20);
        Set<String> known = bundle(owner + "/messages").stringPropertyNames();
        assertThat(named.stream()
                        .filter(key -> !known.contains(key))
                        .filter(key -> known.stream().noneMatch(one -> one.startsWith(key))))
                .isEmpty();
    }

    @Test
    void chinese_texts_are_chinese() throws IOException {
        Properties chinese = bundle("cli/messages_zh");
        assertThat(chinese.getProperty("cancelled")).startsWith("已取消");
    }
}
