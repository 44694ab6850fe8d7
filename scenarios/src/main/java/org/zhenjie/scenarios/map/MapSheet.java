package org.zhenjie.scenarios.map;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** A page with one map, or two side by side that share one legend: title, maps, legend at the right, note at the foot. */
public final class MapSheet {

    private MapSheet() {}

    /**
     * Draws the page.
     *
     * @param maps one map or more, all of one indicator and classification
     * @param width page width, pixels
     * @param height page height, pixels
     */
    public static void paint(Graphics2D graphics, List<ThematicMap> maps, int width, int height, MapStyle style) {
        Graphics2D g = (Graphics2D) graphics.create();
        try {
            MapPainter.smooth(g);
            g.setColor(style.colours().page());
            g.fillRect(0, 0, width, height);
            new Page(g, maps, width, height, style).paint();
        } finally {
            g.dispose();
        }
    }

    private record Page(Graphics2D g, List<ThematicMap> maps, int width, int height, MapStyle style) {

        void paint() {
            double em = style.textSize();
            double margin = em * 1.6;
            LegendPainter legend = new LegendPainter(maps, style);
            Dimension legendSize = legend.size();
            List<String> notes = notes(width - 2 * margin);
            double foot = notes.isEmpty() ? margin : margin + notes.size() * em * 1.5;
            double top = margin + em * 3.4 + (subtitle().isBlank() ? 0 : em * 0.9);
            double mapsWidth = width - legendSize.width - 3 * margin;
            double each = (mapsWidth - margin * (maps.size() - 1)) / maps.size();
            for (int i = 0; i < maps.size(); i++) {
                column(maps.get(i), i, margin + i * (each + margin), top, each, height - foot - top);
            }
            LegendPainter.text(g, style.font(1.05), style.colours().muted(), subtitle(), margin, margin + em * 3.1);
            legend.paint(g, width - margin - legendSize.width, top);
            double base = height - foot + em * 1.4;
            for (String line : notes) {
                LegendPainter.text(g, style.font(0.9), style.colours().muted(), line, margin, base);
                base += em * 1.5;
            }
        }

        private String subtitle() {
            return style.fonts().shown(maps.get(0).subtitle());
        }

        private void column(ThematicMap map, int position, double x, double top, double w, double h) {
            String lead = maps.size() > 1 ? (char) ('A' + position) + "  " : "";
            Font font = style.bold(maps.size() > 1 ? 1.35 : 1.7);
            double room = maps.size() > 1 ? w : width - x * 2;
            String title = shortened(font, style.fonts().shown(lead + map.title()), room);
            LegendPainter.text(g, font, style.colours().text(), title, x, style.textSize() * 3.0);
            Viewport viewport =
                    Viewport.fit(map.ground().bounds(), (int) w, (int) h, Math.round(style.textSize() * 0.6f));
            Graphics2D frame = (Graphics2D) g.create();
            frame.translate(Math.round(x), Math.round(top));
            MapPainter.paint(frame, map, viewport, style);
            frame.dispose();
        }

        private static String shortened(Font font, String text, double room) {
            String shown = text;
            while (shown.length() > 1 && LegendPainter.width(font, shown) > room) {
                shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), shown.endsWith("…") ? -2 : -1))
                        + "…";
            }
            return shown;
        }

        private List<String> notes(double room) {
            List<String> lines = new ArrayList<>();
            String note = style.fonts().shown(maps.get(0).note());
            if (!note.isBlank()) {
                wrap(note, room, lines);
            }
            return lines;
        }

        private void wrap(String text, double room, List<String> lines) {
            BreakIterator breaks = BreakIterator.getLineInstance(style.locale());
            breaks.setText(text);
            StringBuilder line = new StringBuilder();
            int from = breaks.first();
            for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
                String part = text.substring(from, to);
                if (line.length() > 0 && LegendPainter.width(style.font(0.9), line + part.strip()) > room) {
                    lines.add(line.toString().strip());
                    line.setLength(0);
                }
                line.append(part);
            }
            if (!line.toString().isBlank()) {
                lines.add(line.toString().strip());
            }
        }
    }
}
