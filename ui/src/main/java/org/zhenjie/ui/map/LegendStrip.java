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
import java.util.stream.Collectors;
import javax.swing.JPanel;
import javax.swing.UIManager;
import org.zhenjie.scenarios.map.LegendPainter;
import org.zhenjie.scenarios.map.MapStyle;
import org.zhenjie.scenarios.map.ThematicMap;
import org.zhenjie.ui.text.Texts;

/** The legend that both maps share, in one strip: a box for each class with its range and its towns on either side. */
public final class LegendStrip extends JPanel {

    private record Box(Color colour, String range, String counts) {}

    private final transient Texts texts;
    private String heading = "";
    private transient List<Box> boxes = List.of();

    public LegendStrip(Texts texts) {
        super(null);
        this.texts = texts;
        setName("legend");
        getAccessibleContext().setAccessibleName(texts.get("legend"));
        setPreferredSize(new Dimension(400, 62));
    }

    /** Shows the classes of some maps; none empties the legend. */
    public void show(List<ThematicMap> maps, MapStyle style) {
        boxes = new ArrayList<>();
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

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (boxes.isEmpty()) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Font font = getFont();
        Font small = font.deriveFont(font.getSize2D() - 1f);
        Color text = UIManager.getColor("Label.foreground");
        Color muted = UIManager.getColor("Zhenjie.muted");
        g.setFont(font.deriveFont(Font.BOLD));
        g.setColor(text);
        int height = g.getFontMetrics().getHeight();
        g.drawString(heading, 10, height);
        int left = 10;
        int widest = Math.max(64, Math.min(112, (getWidth() - 2 * left) / boxes.size()));
        int top = height + 6;
        g.setFont(small);
        FontMetrics metrics = g.getFontMetrics();
        for (Box box : boxes) {
            g.setColor(box.colour());
            g.fillRect(left, top, widest - 2, 9);
            g.setColor(text);
            g.drawString(box.range(), left, top + 9 + metrics.getAscent() + 2);
            int end = left + widest - 10 - metrics.stringWidth(box.counts());
            if (end > left + metrics.stringWidth(box.range()) + 6) {
                g.setColor(muted);
                g.drawString(box.counts(), end, top + 9 + metrics.getAscent() + 2);
            }
            left += widest;
        }
        g.dispose();
    }
}
