package org.zhenjie.ui.shell;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.UIManager;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;
import org.zhenjie.scenarios.map.Fonts;
import org.zhenjie.scenarios.map.MapStyle;
import org.zhenjie.ui.export.Exporter;
import org.zhenjie.ui.findings.FindingsTable;
import org.zhenjie.ui.inspector.Inspector;
import org.zhenjie.ui.map.MapPair;
import org.zhenjie.ui.map.SharedView;
import org.zhenjie.ui.scenario.ScenarioList;
import org.zhenjie.ui.solve.SolvePanel;
import org.zhenjie.ui.table.TownTable;
import org.zhenjie.ui.text.Texts;
import org.zhenjie.ui.workspace.Background;
import org.zhenjie.ui.workspace.Change;
import org.zhenjie.ui.workspace.Workspace;

/** The main window. Its content is built anew for another language; the workspace and where the maps look stay. */
public final class MainWindow {

    private static final Dimension USUAL_SIZE = new Dimension(1500, 920);
    private static final String EMPTY = "empty";
    private static final String STUDY = "study";

    private final Workspace workspace;
    private final Settings settings;
    private final Background background;
    private final ExecutorService painter = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "zhenjie-map");
        thread.setDaemon(true);
        return thread;
    });
    private final SharedView view = new SharedView();
    private final JFrame frame = new JFrame();
    private Texts texts;
    private MapPair maps;
    private Dividers dividers;
    private JButton firstFocus;
    private StatusBar status;
    private Tables tables;

    /** A window that is not shown yet. */
    public MainWindow(Workspace workspace, Settings settings, Background background, Locale locale) {
        this.workspace = workspace;
        this.settings = settings;
        this.background = background;
        this.texts = new Texts(locale, Fonts.system());
        frame.setName("main");
        frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                settings.setBounds(frame.getBounds());
            }

            @Override
            public void windowClosed(WindowEvent event) {
                closed();
            }
        });
        build();
    }

    /** The frame. */
    public JFrame frame() {
        return frame;
    }

    /** What the frame shows. */
    public Workspace workspace() {
        return workspace;
    }

    /** Shows the window where it was last time, if that is still on a screen. */
    public void show() {
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        frame.setSize(Math.min(USUAL_SIZE.width, screen.width), Math.min(USUAL_SIZE.height, screen.height));
        frame.setLocationRelativeTo(null);
        settings.bounds().filter(screen::contains).ifPresent(frame::setBounds);
        frame.validate();
        dividers.place(Dividers.Places.usual(frame.getSize()), frame.getWidth());
        frame.setVisible(true);
        firstFocus.requestFocusInWindow();
    }

    /** Opens a study. */
    public void open(Path folder) {
        settings.setFolder(folder);
        workspace.open(folder);
    }

    private void closed() {
        workspace.cancel();
        workspace.forgetListeners();
        background.close();
        painter.shutdown();
    }

    private void build() {
        Optional<Dividers.Places> places =
                Optional.ofNullable(dividers).filter(one -> frame.isShowing()).map(Dividers::places);
        workspace.forgetListeners();
        view.forgetListeners();
        status = new StatusBar(workspace, texts);
        maps = new MapPair(workspace, texts, view, settings.layers(), painter);
        Exporter exporter = new Exporter(frame, workspace, texts, maps::maps, this::written);
        Commands commands = new Commands(this, texts, settings, exporter);
        frame.setJMenuBar(commands.menuBar());
        JPanel content = new JPanel(new BorderLayout());
        content.add(commands.toolBar(), BorderLayout.NORTH);
        content.add(cards(commands), BorderLayout.CENTER);
        content.add(status, BorderLayout.SOUTH);
        frame.setContentPane(content);
        workspace.onChange(this::changed);
        workspace.onFailure(this::failed);
        showTitle();
        frame.validate();
        places.ifPresent(kept -> dividers.place(kept, frame.getWidth()));
        frame.repaint();
    }

    private void written(Path file, List<String> notes) {
        status.say(texts.get("status.written", file));
        if (!notes.isEmpty()) {
            ProblemDialog.show(frame, texts, texts.get("status.written", file), notes, JOptionPane.INFORMATION_MESSAGE);
        }
    }

    private JPanel cards(Commands commands) {
        CardLayout layout = new CardLayout();
        JPanel cards = new JPanel(layout);
        cards.add(welcome(commands), EMPTY);
        cards.add(parts(), STUDY);
        Runnable choose = () -> layout.show(cards, workspace.study().isPresent() ? STUDY : EMPTY);
        workspace.onChange(change -> {
            if (change == Change.STUDY) {
                choose.run();
            }
        });
        choose.run();
        return cards;
    }

    private JPanel welcome(Commands commands) {
        JPanel panel = new JPanel(new MigLayout("wrap 1, align center center, gap 10", "[center]", ""));
        JLabel title = new JLabel(texts.get("welcome.title"));
        title.putClientProperty("FlatLaf.styleClass", "h1");
        JLabel text = new JLabel(texts.get("welcome.text"));
        text.setForeground(UIManager.getColor("Zhenjie.muted"));
        JButton open = new JButton(commands.open());
        open.setName("welcome.open");
        firstFocus = open;
        panel.add(title);
        panel.add(text);
        panel.add(open, "gaptop 8");
        return panel;
    }

    private JPanel parts() {
        JPanel left = new JPanel(new BorderLayout());
        left.add(new ScenarioList(workspace, texts), BorderLayout.CENTER);
        left.add(new SolvePanel(workspace, texts), BorderLayout.SOUTH);
        left.setMinimumSize(new Dimension(180, 100));
        tables = new Tables(new TownTable(workspace, texts), new FindingsTable(workspace, texts), texts);
        JSplitPane centre = split(JSplitPane.VERTICAL_SPLIT, maps, tables, 0.66);
        Inspector inspector = new Inspector(workspace, texts);
        inspector.setMinimumSize(new Dimension(220, 100));
        JSplitPane right = split(JSplitPane.HORIZONTAL_SPLIT, centre, inspector, 1);
        JSplitPane all = split(JSplitPane.HORIZONTAL_SPLIT, left, right, 0);
        dividers = new Dividers(all, right, centre);
        JPanel panel = new JPanel(new BorderLayout());
        panel.add(all, BorderLayout.CENTER);
        return panel;
    }

    private static JSplitPane split(int direction, java.awt.Component first, java.awt.Component second, double weight) {
        JSplitPane pane = new JSplitPane(direction, true, first, second);
        pane.setResizeWeight(weight);
        pane.setBorder(BorderFactory.createEmptyBorder());
        return pane;
    }

    private void changed(Change change) {
        if (change == Change.STUDY) {
            showTitle();
            showWarnings();
        }
    }

    private void showTitle() {
        frame.setTitle(workspace
                .study()
                .map(study -> texts.name(study.name()) + " – " + texts.get("app"))
                .orElse(texts.get("app")));
    }

    private void showWarnings() {
        List<String> warnings =
                workspace.study().map(study -> study.warnings(texts.locale())).orElse(List.of());
        if (!warnings.isEmpty()) {
            status.say(texts.get("status.warnings", warnings.size(), warnings.get(0)));
        }
    }

    private void failed(Throwable failure) {
        boolean canAsk = failure instanceof Workspace.UnplacedException unplaced
                && unplaced.questions().stream()
                        .noneMatch(question -> question.choices().isEmpty());
        if (canAsk) {
            ask((Workspace.UnplacedException) failure);
        } else {
            tell(failure instanceof Workspace.UnplacedException ? failure.getCause() : failure);
        }
    }

    private void ask(Workspace.UnplacedException unplaced) {
        CrsDialog.ask(frame, texts, unplaced.questions()).ifPresent(codes -> workspace.open(unplaced.folder(), codes));
    }

    private void tell(Throwable failure) {
        List<String> lines = workspace.studies().explain(failure, texts.locale());
        status.say(lines.get(0));
        ProblemDialog.show(frame, texts, texts.get("problem.title"), lines, JOptionPane.ERROR_MESSAGE);
    }

    void askForStudy() {
        JFileChooser chooser = new JFileChooser(settings.folder()
                .map(folder ->
                        Optional.ofNullable(folder.getParent()).orElse(folder).toFile())
                .orElse(null));
        chooser.setName("open.chooser");
        chooser.setDialogTitle(texts.get("open.title"));
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        if (chooser.showOpenDialog(frame) == JFileChooser.APPROVE_OPTION) {
            open(chooser.getSelectedFile().toPath());
        }
    }

    void solve() {
        workspace.solve(Duration.ofSeconds(settings.solveSeconds()));
    }

    void close() {
        frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING));
    }

    void showFindings() {
        tables.showFindings();
    }

    SharedView view() {
        return view;
    }

    void useLayers(java.util.Set<MapStyle.Layer> layers) {
        settings.setLayers(layers);
        maps.showLayers(layers);
    }

    /** Changes the look. */
    public void useDark(boolean dark) {
        settings.setDark(dark);
        Theme.apply(dark);
        build();
    }

    /** Changes the language. */
    public void use(Locale locale) {
        settings.setLanguage(locale);
        texts = new Texts(locale, Fonts.system());
        build();
    }
}
