package org.zhenjie.gis.convert;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.write.LayerWriter;
import org.zhenjie.gis.write.OutLayer;

/**
 * One conversion. Features stream from the one file to the other, several times over where the format written has to know
 * them beforehand; memory does not grow with their number, but for the index of a FlatGeobuf.
 *
 * @param from what to read; all layers unless it names one
 * @param to file to write, its format told by its extension
 * @param toCrs code of the coordinate reference system to carry all into; empty = as it is
 * @param toEncoding charset of the texts of a Shapefile or CSV; empty = UTF-8
 */
public record Conversion(LayerRequest from, Path to, Optional<String> toCrs, Optional<Charset> toEncoding) {
    /** Hears how far the work is, about every thousand features; may throw to cancel it, and then nothing is written. */
    @FunctionalInterface
    public interface Watch {
        /** So many of so many features of a layer have been read; a layer is read more than once. */
        void at(String layer, long done, long of);
    }

    /**
     * Converts.
     *
     * @return what people should know of the data read and of what changed on the way
     * @throws InputException if the file cannot be read, its coordinate reference system is not known, it holds several
     *     layers where the other format holds one, or the other file cannot be written
     */
    public List<Problem> run(Watch watch) {
        boolean several = LayerWriter.holdsSeveral(to);
        List<String> names = from.layer().map(List::of).orElseGet(() -> Layers.names(from));
        if (names.isEmpty()) {
            throw new InputException(Problem.error(BUNDLE, "layer.none", Where.file(from.shownAs())));
        }
        if (names.size() > 1 && !several) {
            throw new InputException(Problem.error(BUNDLE, "layer.several", Where.file(from.shownAs()), names));
        }
        List<Problem> findings = new ArrayList<>();
        List<LayerFeatures> opened = new ArrayList<>();
        try {
            List<OutLayer> layers = new ArrayList<>();
            for (String name : names) {
                Layer layer = Layers.open(from.withLayer(name));
                LayerFeatures features = new LayerFeatures(layer, watch);
                opened.add(features);
                layers.add(features.outLayer(toCrs, toEncoding, Where.file(from.shownAs()), findings));
            }
            findings.addAll(LayerWriter.write(to, layers));
            return findings;
        } finally {
            opened.forEach(LayerFeatures::close);
        }
    }
}
