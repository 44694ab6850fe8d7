package org.zhenjie.scenarios.map;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Maps as PNG files. The same maps, size and fonts give the same bytes. */
public final class MapImage {

    private MapImage() {}

    /** Writes one map as a page. */
    public static void write(Path file, ThematicMap map, int width, int height, Locale locale) throws IOException {
        write(file, List.of(map), width, height, locale);
    }

    /**
     * Writes a page with one map or several side by side; the file appears whole or not at all, in place of an older one.
     *
     * @param maps one map or more, all of one indicator and classification
     * @param width pixels, 1 or more
     * @param height pixels, 1 or more
     */
    public static void write(Path file, List<ThematicMap> maps, int width, int height, Locale locale)
            throws IOException {
        BufferedImage image = image(maps, width, height, locale);
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path part = folder.resolve("." + file.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                if (!ImageIO.write(image, "png", out)) {
                    throw new IOException("no PNG writer in this Java");
                }
            }
            move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The page as an image. */
    public static BufferedImage image(List<ThematicMap> maps, int width, int height, Locale locale) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        float textSize = Math.max(9f, Math.min(width / 75f, height / 52f));
        MapSheet.paint(g, maps, width, height, MapStyle.paper(locale, textSize));
        g.dispose();
        return image;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
