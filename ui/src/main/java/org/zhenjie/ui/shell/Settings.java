package org.zhenjie.ui.shell;

import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.prefs.Preferences;
import org.zhenjie.scenarios.map.MapStyle.Layer;

/** What the window remembers of its user from one run to the next. What is not there, or not to be understood, is left out. */
public final class Settings {

    private static final Set<Layer> USUAL_LAYERS =
            EnumSet.of(Layer.LABELS, Layer.COUNTIES, Layer.ZONES, Layer.GROUPS, Layer.SCALE_BAR);
    private static final int USUAL_SECONDS = 10;

    private final Function<String, String> read;
    private final BiConsumer<String, String> write;

    private Settings(Function<String, String> read, BiConsumer<String, String> write) {
        this.read = read;
        this.write = write;
    }

    /** Settings of this user on this machine. */
    public static Settings ofUser() {
        Preferences node = Preferences.userRoot().node("org/zhenjie/ui");
        return new Settings(key -> node.get(key, ""), node::put);
    }

    /** Settings that are forgotten at the end. */
    public static Settings forgetful() {
        Map<String, String> values = new HashMap<>();
        return new Settings(key -> values.getOrDefault(key, ""), values::put);
    }

    /** Whether the look is dark. */
    public boolean isDark() {
        return read.apply("theme").equals("dark");
    }

    /** Remembers the look. */
    public void setDark(boolean dark) {
        write.accept("theme", dark ? "dark" : "light");
    }

    /** The language that was chosen in the window. */
    public Optional<Locale> language() {
        String tag = read.apply("language");
        return tag.isEmpty() ? Optional.empty() : Optional.of(Locale.forLanguageTag(tag));
    }

    /** Remembers the language. */
    public void setLanguage(Locale locale) {
        write.accept("language", locale.toLanguageTag());
    }

    /** The folder to begin with in file dialogs. */
    public Optional<Path> folder() {
        try {
            return Optional.of(read.apply("folder"))
                    .filter(text -> !text.isEmpty())
                    .map(Path::of)
                    .filter(Files::isDirectory);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Remembers the folder. */
    public void setFolder(Path folder) {
        write.accept("folder", folder.toAbsolutePath().toString());
    }

    /** Most seconds of a solve. */
    public int solveSeconds() {
        try {
            return Math.max(1, Math.min(3_600, Integer.parseInt(read.apply("solveSeconds"))));
        } catch (NumberFormatException e) {
            return USUAL_SECONDS;
        }
    }

    /** Remembers the most seconds of a solve. */
    public void setSolveSeconds(int seconds) {
        write.accept("solveSeconds", String.valueOf(seconds));
    }

    /** Layers that are drawn on maps. */
    public Set<Layer> layers() {
        String text = read.apply("layers");
        if (text.isEmpty()) {
            return EnumSet.copyOf(USUAL_LAYERS);
        }
        Set<Layer> layers = EnumSet.noneOf(Layer.class);
        for (Layer layer : Layer.values()) {
            if (Arrays.asList(text.split(",")).contains(layer.name())) {
                layers.add(layer);
            }
        }
        return layers;
    }

    /** Remembers the layers. */
    public void setLayers(Set<Layer> layers) {
        write.accept(
                "layers",
                String.join(",", layers.stream().map(Layer::name).sorted().toList()) + ",");
    }

    /** Where the window was. */
    public Optional<Rectangle> bounds() {
        try {
            int[] parts = Arrays.stream(read.apply("bounds").split(","))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            return parts.length == 4 && parts[2] > 300 && parts[3] > 200
                    ? Optional.of(new Rectangle(parts[0], parts[1], parts[2], parts[3]))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Remembers where the window is. */
    public void setBounds(Rectangle bounds) {
        write.accept("bounds", bounds.x + "," + bounds.y + "," + bounds.width + "," + bounds.height);
    }
}
