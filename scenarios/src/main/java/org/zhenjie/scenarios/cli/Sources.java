package org.zhenjie.scenarios.cli;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.zhenjie.gis.layer.JdbcUrl;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** Geodata that a call names: a file, or a database by its address. */
final class Sources {
    private Sources() {}

    /** What to read; an option that was not given is null. */
    static LayerRequest request(String source, String layer, Charset encoding, String crs) {
        LayerRequest request = JdbcUrl.isOne(source) ? LayerRequest.ofDatabase(source) : LayerRequest.of(path(source));
        request = layer == null ? request : request.withLayer(layer);
        request = encoding == null ? request : request.withEncoding(encoding);
        return crs == null ? request : request.withCrs(crs);
    }

    /** A path as the system takes it. */
    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InputException(
                    Problem.error(
                            CliTexts.BUNDLE, "source.path", Where.nowhere().value(text)),
                    e);
        }
    }
}
