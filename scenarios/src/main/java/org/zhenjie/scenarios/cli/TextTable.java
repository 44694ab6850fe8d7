package org.zhenjie.scenarios.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of plain text for terminals; Chinese characters take two columns. Long texts of all but the first column break, at
 * spaces where there are any.
 */
final class TextTable {
    private static final int MOST_WIDTH = 16;
    private static final String GAP = "  ";

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table whose first column stands left and whose other columns stand right. */
    TextTable(List<String> headings) {
        this.headings = List.copyOf(headings);
    }

    TextTable row(String... cells) {
        return row(Arrays.asList(cells));
    }

    TextTable row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** The lines of the table, without trailing blanks. */
    List<String> lines() {
        List<List<List<String>>> broken = Stream.concat(Stream.of(headings), rows.stream())
                .map(TextTable::broken)
                .toList();
        int[] widths = IntStream.range(0, headings.size())
                .map(c -> broken.stream()
                        .flatMap(row -> row.get(c).stream())
                        .mapToInt(TextTable::width)
                        .max()
                        .orElse(0))
                .toArray();
        List<String> lines = new ArrayList<>(lines(broken.get(0), widths));
        lines.add("-".repeat(Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1)));
        broken.stream().skip(1).forEach(row -> lines.addAll(lines(row, widths)));
        return lines;
    }

    /** The lines of one row; short cells stand at the foot of tall ones. */
    private static List<String> lines(List<List<String>> row, int[] widths) {
        int height = row.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < widths.length; c++) {
                int at = i - height + row.get(c).size();
                String text = at < 0 ? "" : row.get(c).get(at);
                String blank = " ".repeat(widths[c] - width(text));
                line.append(c == 0 ? text + blank : GAP + blank + text);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static List<List<String>> broken(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(c -> c == 0 ? List.of(cells.get(0)) : broken(cells.get(c)))
                .toList();
    }

    private static List<String> broken(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words(text)) {
            if (!line.isEmpty() && width(line.toString()) + width(word.stripTrailing()) > MOST_WIDTH) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(line.toString().strip());
        return lines;
    }

    /** Words with the space behind them; a Chinese character is a word. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (width(c) == 2 && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            word.appendCodePoint(c);
            if (c == ' ' || width(c) == 2) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        words.add(word.toString());
        return words;
    }

    /** Columns that a text takes on a terminal. */
    static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int character) {
        boolean wide = character >= 0x1100
                && (character <= 0x115F
                        || character >= 0x2E80 && character <= 0xA4CF
                        || character >= 0xAC00 && character <= 0xD7A3
                        || character >= 0xF900 && character <= 0xFAFF
                        || character >= 0xFE30 && character <= 0xFE6F
                        || character >= 0xFF00 && character <= 0xFF60
                        || character >= 0xFFE0 && character <= 0xFFE6
                        || character >= 0x20000 && character <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
