package org.zhenjie.scenarios.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The charset that a terminal or file is written in. */
final class OutputCharset {
    private static final String PROBE = "镇街编制";

    private OutputCharset() {}

    /**
     * The charset of the console or system where it can hold Chinese, else UTF-8: in the C locale, and where output goes to
     * a file on a Western system, a question mark in place of a name would be a loss.
     *
     * @param stream {@code stdout} or {@code stderr}
     * @param properties system properties
     */
    static Charset of(String stream, UnaryOperator<String> properties) {
        // from the particular to the general; the names differ between versions of Java
        return Stream.of(stream + ".encoding", "sun." + stream + ".encoding", "native.encoding", "sun.jnu.encoding")
                .map(properties)
                .flatMap(name -> charset(name).stream())
                .findFirst()
                .filter(charset -> charset.canEncode() && charset.newEncoder().canEncode(PROBE))
                .orElse(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Optional<Charset> charset(String name) {
        try {
            return name == null || name.isBlank() ? Optional.empty() : Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
