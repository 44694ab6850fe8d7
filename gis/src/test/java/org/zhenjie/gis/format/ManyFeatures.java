package org.zhenjie.gis.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.zhenjie.gis.layer.JdbcUrl;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.support.TestLayers;
import org.zhenjie.gis.write.LayerWriter;
import org.zhenjie.gis.write.OutFeature;
import org.zhenjie.gis.write.OutLayer;

/** A program that writes and reads so many features, run in a virtual machine of little memory by {@link MemoryTest}. */
final class ManyFeatures {
    private ManyFeatures() {}

    /** Arguments: number of features, then files or a JDBC URL. Prints how many were read in all. */
    public static void main(String[] args) throws IOException {
        long read = 0;
        for (String source : Arrays.copyOfRange(args, 1, args.length)) {
            read += through(source, Integer.parseInt(args[0]));
        }
        System.out.println(read);
    }

    private static long through(String source, int count) throws IOException {
        if (source.endsWith(".kml")) {
            kml(Path.of(source), count);
        } else if (!JdbcUrl.isOne(source)) {
            LayerWriter.write(Path.of(source), List.of(layer(count)));
        }
        LayerRequest request = JdbcUrl.isOne(source)
                ? LayerRequest.ofDatabase(source).withLayer("many")
                : LayerRequest.of(Path.of(source));
        long[] seen = {0};
        try (Layer layer = Layers.open(request)) {
            layer.forEach((row, feature) -> seen[0]++);
        }
        return seen[0];
    }

    private static OutLayer layer(int count) {
        Iterable<OutFeature> features = () -> feature(count);
        return new OutLayer("many", "EPSG:4490", TestLayers.FIELDS, features);
    }

    private static Iterator<OutFeature> feature(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new OutFeature(
                        TestLayers.square(100 + i % 1000 * 0.01, 20 + i / 1000 * 0.01, 0.009),
                        Arrays.asList("4415811" + i, "甲子镇" + i, i, i / 7.0)))
                .iterator();
    }

    private static void kml(Path file, int count) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("<kml><Document>");
            for (int i = 0; i < count; i++) {
                out.write("<Placemark><name>镇" + i + "</name><Point><coordinates>115," + i * 1e-6
                        + "</coordinates></Point></Placemark>\n");
            }
            out.write("</Document></kml>");
        }
    }
}
