package org.zhenjie.ui.map;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JPanel;
import javax.swing.UIManager;
import org.zhenjie.scenarios.map.LegendPainter;
import org.zhenjie.scenarios.map.MapPainter;
import org.zhenjie.scenarios.map.MapStyle;
import org.zhenjie.scenarios.map.ThematicMap;
import org.zhenjie.ui.text.Texts;

/** The legend that both maps share, in one strip: a box for each class with its range and its towns on either side. */
public final class LegendStrip extends JPanel {

    private static final float MARK_SIZE = 15;

    private record Box(Color colour, String range, String counts) {}

    private final transient Texts texts;
    private String heading = "";
    private transient List<Box> boxes = List.of();
    private transient List<String> marks = List.of();
    private boolean findings;
    private transient Optional<MapStyle> style = Optional.empty();

    public LegendStrip(Texts texts) {
        super(null);
        this.texts = texts;
        setName("legend");
        getAccessibleContext().setAccessibleName(texts.get("legend"));
        setPreferredSize(new Dimension(400, 66));
    }

    /** Shows the classes of some maps; none empties the legend. */
    public void show(List<ThematicMap> maps, MapStyle style) {
        this.style =
                Optional.of(new MapStyle(style.locale(), style.fonts(), MARK_SIZE, style.colours(), style.layers()));
        boxes = new ArrayList<>();
        marks = maps.isEmpty() || !style.shows(MapStyle.Layer.POINTS)
                ? List.of()
                : maps.get(0).ground().pointKinds().stream().map(texts::name).toList();
        findings = style.shows(MapStyle.Layer.FINDINGS)
                && maps.stream().anyMatch(map -> !map.ground().findings().isEmpty());
        heading = "";
        if (!maps.isEmpty()) {
            ThematicMap first = maps.get(0);
            heading = first.heading();
            List<String> labels = new ArrayList<>(LegendPainter.classLabels(first, texts.locale()));
            Collections.reverse(labels);
            List<Color> colours = first.classification().colours();
            for (int i = 0; i < labels.size(); i++) {
                int position = i;
                boxes.add(new Box(
                        colours.get(i),
                        labels.get(i),
                        counts(maps.stream().map(map -> map.counts()[position]).toList())));
            }
            List<Integer> without = maps.stream().map(ThematicMap::withoutData).toList();
            if (without.stream().anyMatch(count -> count > 0)) {
                boxes.add(new Box(style.colours().noData(), texts.get("legend.noData"), counts(without)));
            }
        }
        setToolTipText(boxes.isEmpty() ? null : texts.get("legend.tip"));
        getAccessibleContext().setAccessibleDescription(describe());
        repaint();
    }

    private static String counts(List<Integer> counts) {
        return counts.stream().map(String::valueOf).collect(Collectors.joining(" | "));
    }

    private String describe() {
        return heading + ": "
                + boxes.stream()
                        .map(box -> box.range() + " (" + box.counts() + ")")
                        .collect(Collectors.joining(", "));
    }

    /** The signs of service points and of findings, behind the heading. */
    private void paintMarks(Graphics2D g, MapStyle shown, int from) {
        g.setFont(getFont().deriveFont(getFont().getSize2D() - 1f));
        FontMetrics metrics = g.getFontMetrics();
        int base = metrics.getAscent() + 4;
        int left = from;
        for (int kind = 0; kind < marks.size(); kind++) {
            g.setColor(new Color(255, 255, 255, 150));
            g.fillOval(left - 8, base - 12, 16, 16);
            MapPainter.paintMark(g, kind, left, base - 4.0, shown);
            g.setColor(UIManager.getColor("Label.foreground"));
            g.drawString(marks.get(kind), left + 10, base);
            left += metrics.stringWidth(marks.get(kind)) + 36;
        }
        if (findings) {
            MapPainter.paintFindingMark(g, left, base - 4.0, shown);
            g.setColor(UIManager.getColor("Label.foreground"));
            g.drawString(texts.get("layer.FINDINGS"), left + 12, base);
        }
    }

    /** The range, or its beginning where the box is too narrow for both ends. */
    private static String fitting(String range, FontMetrics metrics, int width) {
        int dash = range.indexOf(" – ");
        return dash > 0 && metrics.stringWidth(range) > width ? range.substring(0, dash + 2) : range;
    }

    private static boolean isLight(Color colour) {
        return 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue() > 130;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (boxes.isEmpty()) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Font font = getFont();
        Font small = font.deriveFont(font.getSize2D() - 1f);
        Color text = UIManager.getColor("Label.foreground");
        g.setFont(font.deriveFont(Font.BOLD));
        g.setColor(text);
        int height = g.getFontMetrics().getHeight();
        g.drawString(heading, 10, height);
        style.ifPresent(shown -> paintMarks(g, shown, 30 + g.getFontMetrics().stringWidth(heading)));
        int left = 10;
        int widest = Math.max(64, Math.min(118, (getWidth() - 2 * left) / boxes.size()));
        int top = height + 5;
        g.setFont(small);
        FontMetrics metrics = g.getFontMetrics();
        int box = metrics.getHeight() + 1;
        for (Box one : boxes) {
            g.setColor(one.colour());
            g.fillRect(left, top, widest - 3, box);
            g.setColor(new Color(128, 128, 128, 130));
            g.drawRect(left, top, widest - 4, box - 1);
            g.setColor(isLight(one.colour()) ? Color.BLACK : Color.WHITE);
            g.drawString(one.counts(), left + 6, top + metrics.getAscent());
            g.setColor(text);
            g.drawString(fitting(one.range(), metrics, widest - 4), left, top + box + metrics.getAscent() + 1);
            left += widest;
        }
        g.dispose();
    }
}
