package org.zhenjie.ui.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.event.ActionEvent;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.AbstractAction;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.ToolTipManager;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.scenarios.map.MapGround;
import org.zhenjie.scenarios.map.MapPainter;
import org.zhenjie.scenarios.map.MapStyle;
import org.zhenjie.scenarios.map.ThematicMap;
import org.zhenjie.scenarios.map.Viewport;
import org.zhenjie.ui.mark.Lock;

/**
 * One map on the screen. Pictures are drawn off the event thread at the screen's own resolution; until a new one is there,
 * the last one is shown moved and scaled, so that nothing flashes. The marks of the selected town and of the one under the
 * pointer are drawn on top at once.
 */
public final class MapCanvas extends JPanel {

    private static final double ZOOM_STEP = 1.2;
    private static final int PAN_STEP = 60;

    private record Picture(BufferedImage image, Viewport viewport) {}

    private record Request(
            ThematicMap map, Viewport viewport, MapStyle style, Optional<MapPainter.Mark> mark, double scale) {}

    private final transient SharedView view;
    private final transient ExecutorService painter;
    private transient Optional<ThematicMap> map = Optional.empty();
    private transient Optional<MapStyle> style = Optional.empty();
    private transient Optional<Picture> picture = Optional.empty();
    private transient Optional<Request> drawn = Optional.empty();
    private transient Optional<Request> asked = Optional.empty();
    private transient Optional<String> selected = Optional.empty();
    private transient Optional<String> hovered = Optional.empty();
    private transient Optional<Geometry> finding = Optional.empty();
    private transient Set<String> pinned = Set.of();
    private transient Consumer<Optional<String>> onSelect = town -> {};
    private transient Consumer<Optional<String>> onHover = town -> {};
    private transient Function<String, String> toolTip = town -> null;
    private Color accent = Color.BLACK;

    /**
     * A map that looks where the shared view looks.
     *
     * @param painter draws pictures, one at a time
     */
    public MapCanvas(SharedView view, ExecutorService painter) {
        super(null);
        this.view = view;
        this.painter = painter;
        setFocusable(true);
        setOpaque(true);
        ToolTipManager.sharedInstance().registerComponent(this);
        view.onMove(this::refresh);
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                view.resized(getWidth(), getHeight());
                refresh();
            }
        });
        Pointer pointer = new Pointer();
        addMouseListener(pointer);
        addMouseMotionListener(pointer);
        addMouseWheelListener(pointer);
        bindKeys();
    }

    /** Hears of the town that is clicked; none where there is none. */
    public void onSelect(Consumer<Optional<String>> listener) {
        onSelect = listener;
    }

    /** Hears of the town under the pointer. */
    public void onHover(Consumer<Optional<String>> listener) {
        onHover = listener;
    }

    /** Words about a town for its tool tip. */
    public void toolTips(Function<String, String> words) {
        toolTip = words;
    }

    /** Shows a map; none empties the canvas. */
    public void show(Optional<ThematicMap> newMap, MapStyle newStyle, Color newAccent) {
        map = newMap;
        style = Optional.of(newStyle);
        accent = newAccent;
        setBackground(newStyle.colours().page());
        refresh();
    }

    /** Marks the selected town. */
    public void select(Optional<String> town) {
        if (!selected.equals(town)) {
            selected = town;
            refresh();
        }
    }

    /** Marks the town under the pointer, of this map or of the linked one. */
    public void hover(Optional<String> town) {
        hovered = town;
        repaint();
    }

    /** Marks the place of the selected finding, whether findings are drawn or not. */
    public void mark(Optional<Geometry> place) {
        finding = place;
        repaint();
    }

    /** Puts a lock on towns. */
    public void pin(Set<String> towns) {
        pinned = Set.copyOf(towns);
        repaint();
    }

    /** The towns with a lock. */
    public Set<String> pinned() {
        return pinned;
    }

    /** What is shown. */
    public Optional<ThematicMap> map() {
        return map;
    }

    /** Where this map looks. */
    public Viewport viewport() {
        return view.at(Math.max(1, getWidth()), Math.max(1, getHeight()));
    }

    /** Whether the picture on the screen is that of the map and the viewport of now. */
    public boolean isUpToDate() {
        return drawn.isPresent() && drawn.equals(request());
    }

    private Optional<Request> request() {
        return getWidth() > 0 && getHeight() > 0 && map.isPresent() && style.isPresent()
                ? Optional.of(new Request(
                        map.get(),
                        viewport(),
                        style.get(),
                        selected.map(town -> new MapPainter.Mark(town, accent)),
                        screenScale()))
                : Optional.empty();
    }

    private double screenScale() {
        return getGraphicsConfiguration() == null
                ? 1
                : getGraphicsConfiguration().getDefaultTransform().getScaleX();
    }

    private void refresh() {
        if (map.isEmpty()) {
            picture = Optional.empty();
            drawn = Optional.empty();
        }
        repaint();
        Optional<Request> wanted = request();
        if (asked.isEmpty() && wanted.isPresent() && !wanted.equals(drawn)) {
            asked = wanted;
            painter.execute(() -> draw(wanted.get()));
        }
    }

    private void draw(Request request) {
        Optional<Picture> done = Optional.empty();
        try {
            done = Optional.of(new Picture(image(request), request.viewport()));
        } finally {
            Optional<Picture> outcome = done;
            EventQueue.invokeLater(() -> drawn(request, outcome));
        }
    }

    private void drawn(Request request, Optional<Picture> outcome) {
        asked = Optional.empty();
        drawn = Optional.of(request);
        if (map.isPresent()) {
            picture = outcome;
        }
        refresh(); // what was asked for meanwhile
    }

    private static BufferedImage image(Request request) {
        Viewport viewport = request.viewport();
        BufferedImage image = new BufferedImage(
                Math.max(1, (int) Math.ceil(viewport.width() * request.scale())),
                Math.max(1, (int) Math.ceil(viewport.height() * request.scale())),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(request.scale(), request.scale());
        MapPainter.paint(g, request.map(), viewport, request.style(), request.mark());
        g.dispose();
        return image;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        picture.ifPresent(shown -> g.drawImage(shown.image(), placed(shown), null));
        hovered.filter(town -> !selected.equals(hovered)).ifPresent(town -> outline(g, town));
        finding.filter(place -> map.isPresent())
                .ifPresent(place -> MapPainter.paintFinding(g, place, viewport(), style.orElseThrow()));
        locks(g);
        if (isFocusOwner()) {
            g.setColor(accent);
            g.setStroke(new BasicStroke(1.5f));
            g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
        }
        g.dispose();
    }

    /** From the picture's pixels to where they belong on the screen now. */
    private AffineTransform placed(Picture shown) {
        AffineTransform transform = viewport().toScreen();
        try {
            transform.concatenate(shown.viewport().toScreen().createInverse());
        } catch (java.awt.geom.NoninvertibleTransformException e) {
            return new AffineTransform();
        }
        double scale = (double) shown.viewport().width() / shown.image().getWidth();
        transform.scale(scale, scale);
        return transform;
    }

    /** Above the middle of each pinned town, so that its label stays free. */
    private void locks(Graphics2D g) {
        Lock lock = new Lock(accent, style.map(one -> one.colours().page()));
        map.stream()
                .flatMap(shown -> shown.ground().towns().stream())
                .filter(town -> pinned.contains(town.code()))
                .forEach(town -> {
                    Coordinate middle = town.boundary().getInteriorPoint().getCoordinate();
                    Point2D at = viewport().toScreen().transform(new Point2D.Double(middle.x, middle.y), null);
                    lock.paintIcon(
                            this,
                            g,
                            (int) at.getX() - lock.getIconWidth() / 2,
                            (int) at.getY() - 2 * lock.getIconHeight());
                });
    }

    private void outline(Graphics2D g, String town) {
        map.ifPresent(shown -> {
            Shape outline = MapPainter.outline(shown, town, viewport());
            g.setColor(Color.WHITE);
            g.setStroke(new BasicStroke(3.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(outline);
            g.setColor(accent);
            g.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(outline);
        });
    }

    private Optional<String> townAt(Point at) {
        return map.flatMap(shown -> shown.ground().townAt(viewport().toWorld(at.x, at.y)))
                .map(MapGround.TownShape::code);
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        return townAt(event.getPoint()).map(toolTip).orElse(null);
    }

    private void bindKeys() {
        key("LEFT", KeyEvent.VK_LEFT, () -> view.pan(PAN_STEP, 0));
        key("RIGHT", KeyEvent.VK_RIGHT, () -> view.pan(-PAN_STEP, 0));
        key("UP", KeyEvent.VK_UP, () -> view.pan(0, PAN_STEP));
        key("DOWN", KeyEvent.VK_DOWN, () -> view.pan(0, -PAN_STEP));
        key("IN", KeyEvent.VK_PLUS, () -> zoom(ZOOM_STEP));
        key("IN", KeyEvent.VK_EQUALS, () -> zoom(ZOOM_STEP));
        key("IN", KeyEvent.VK_ADD, () -> zoom(ZOOM_STEP));
        key("OUT", KeyEvent.VK_MINUS, () -> zoom(1 / ZOOM_STEP));
        key("OUT", KeyEvent.VK_SUBTRACT, () -> zoom(1 / ZOOM_STEP));
        key("FIT", KeyEvent.VK_HOME, view::fit);
    }

    private void zoom(double factor) {
        view.zoomAt(viewport(), getWidth() / 2.0, getHeight() / 2.0, factor);
    }

    private void key(String name, int code, Runnable action) {
        getInputMap().put(KeyStroke.getKeyStroke(code, 0), name);
        getActionMap().put(name, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                action.run();
            }
        });
    }

    private final class Pointer extends MouseAdapter {
        private Optional<Point> last = Optional.empty();

        @Override
        public void mousePressed(MouseEvent event) {
            requestFocusInWindow();
            last = Optional.of(event.getPoint());
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            last.ifPresent(from -> {
                setCursor(Cursor.getPredefinedCursor(Cursor.MOVE_CURSOR));
                view.pan(event.getX() - from.getX(), event.getY() - from.getY());
                last = Optional.of(event.getPoint());
            });
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            last = Optional.empty();
            setCursor(Cursor.getDefaultCursor());
        }

        @Override
        public void mouseClicked(MouseEvent event) {
            if (SwingUtilities.isLeftMouseButton(event) && event.getClickCount() == 2) {
                view.zoomAt(viewport(), event.getX(), event.getY(), 2);
            } else if (SwingUtilities.isLeftMouseButton(event)) {
                onSelect.accept(townAt(event.getPoint()));
            }
        }

        @Override
        public void mouseMoved(MouseEvent event) {
            onHover.accept(townAt(event.getPoint()));
        }

        @Override
        public void mouseExited(MouseEvent event) {
            onHover.accept(Optional.empty());
        }

        @Override
        public void mouseWheelMoved(MouseWheelEvent event) {
            view.zoomAt(viewport(), event.getX(), event.getY(), Math.pow(ZOOM_STEP, -event.getPreciseWheelRotation()));
        }
    }
}
