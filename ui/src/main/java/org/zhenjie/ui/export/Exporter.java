package org.zhenjie.ui.export;

import java.awt.Component;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.zhenjie.scenarios.map.MapImage;
import org.zhenjie.scenarios.map.ThematicMap;
import org.zhenjie.scenarios.session.ScenarioEntry;
import org.zhenjie.ui.text.Texts;
import org.zhenjie.ui.workspace.Workspace;

/** Exports the plan of the chosen scenario, or the maps as they are shown. */
public final class Exporter {

    private static final int MAP_WIDTH = 2400;
    private static final int MAP_HEIGHT = 1350;

    private final Component owner;
    private final Workspace workspace;
    private final Texts texts;
    private final Supplier<List<ThematicMap>> maps;
    private final BiConsumer<Path, List<String>> written;

    /**
     * Exports from a window.
     *
     * @param maps the maps as they are shown
     * @param written hears of each file that is written, with notes on it
     */
    public Exporter(
            Component owner,
            Workspace workspace,
            Texts texts,
            Supplier<List<ThematicMap>> maps,
            BiConsumer<Path, List<String>> written) {
        this.owner = owner;
        this.workspace = workspace;
        this.texts = texts;
        this.maps = maps;
        this.written = written;
    }

    /** Forms that a plan is exported in. */
    public enum Form {
        /** Tables for people. */
        XLSX,
        /** Layers for other programs. */
        GPKG,
        /** One layer in WGS 84. */
        GEOJSON;

        /** Ending of the file's name, without its dot. */
        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the chosen scenario has a plan to export. */
    public boolean hasPlan() {
        return workspace
                .choice()
                .filter(entry -> entry.state() == ScenarioEntry.State.SOLVED)
                .isPresent();
    }

    /** Asks where, then writes the plan of the chosen scenario. */
    public void exportPlan(Form form) {
        workspace
                .choice()
                .flatMap(entry -> ask(entry.id(), form.ending()))
                .ifPresent(file -> workspace.export(file, texts.locale(), notes -> written.accept(file, notes)));
    }

    /** Asks where, then writes the maps side by side as a picture. */
    public void exportMaps() {
        List<ThematicMap> shown = maps.get();
        Locale locale = texts.locale();
        if (!shown.isEmpty()) {
            String name = workspace.choice().map(ScenarioEntry::id).orElse("map");
            ask(name, "png")
                    .ifPresent(file -> workspace.write(
                            () -> {
                                MapImage.write(file, shown, MAP_WIDTH, MAP_HEIGHT, locale);
                                return file;
                            },
                            done -> written.accept(done, List.of())));
        }
    }

    private Optional<Path> ask(String name, String ending) {
        JFileChooser chooser = new JFileChooser(
                workspace.study().map(study -> study.folder().toFile()).orElse(new File(".")));
        chooser.setName("export.chooser");
        chooser.setDialogTitle(texts.get("export.title"));
        chooser.setFileFilter(new FileNameExtensionFilter(texts.get("export." + ending), ending));
        chooser.setSelectedFile(new File(chooser.getCurrentDirectory(), name + "." + ending));
        if (chooser.showSaveDialog(owner) != JFileChooser.APPROVE_OPTION) {
            return Optional.empty();
        }
        Path chosen = chooser.getSelectedFile().toPath();
        Path file = chosen.toString().toLowerCase(Locale.ROOT).endsWith("." + ending)
                ? chosen
                : chosen.resolveSibling(chosen.getFileName() + "." + ending);
        return !Files.exists(file) || mayReplace(file) ? Optional.of(file) : Optional.empty();
    }

    private boolean mayReplace(Path file) {
        int answer = JOptionPane.showConfirmDialog(
                owner,
                texts.get("export.replace", file.getFileName()),
                texts.get("export.title"),
                JOptionPane.OK_CANCEL_OPTION);
        return answer == JOptionPane.OK_OPTION;
    }
}
