package org.zhenjie.scenarios.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A table of plain text for terminals; Chinese characters take two columns. Headings break at spaces. */
final class TextTable {
    private static final int HEADING_WIDTH = 18;
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

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines of the table, without trailing blanks. */
    List<String> lines() {
        List<List<String>> broken = headings.stream().map(TextTable::broken).toList();
        int[] widths = IntStream.range(0, headings.size())
                .map(c -> Math.max(
                        broken.get(c).stream().mapToInt(TextTable::width).max().orElse(0),
                        rows.stream().mapToInt(row -> width(row.get(c))).max().orElse(0)))
                .toArray();
        List<String> lines = new ArrayList<>();
        int height = broken.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < height; i++) {
            int line = i;
            // short headings stand at the foot of tall ones
            lines.add(line(
                    broken.stream()
                            .map(one -> line < height - one.size() ? "" : one.get(line - height + one.size()))
                            .toList(),
                    widths));
        }
        if (headings.stream().anyMatch(heading -> !heading.isEmpty())) {
            lines.add("-".repeat(Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1)));
        }
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String blank = " ".repeat(widths[c] - width(cells.get(c)));
            line.append(c == 0 ? cells.get(c) + blank : GAP + blank + cells.get(c));
        }
        return line.toString().stripTrailing();
    }

    private static List<String> broken(String heading) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : heading.split(" ")) {
            if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > HEADING_WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
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
