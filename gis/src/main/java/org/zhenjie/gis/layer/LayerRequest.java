package org.zhenjie.gis.layer;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to read, and what the user knows better than the file.
 *
 * @param file the file to open
 * @param layer name of the layer, needed for files of several
 * @param encoding charset of texts; empty = as the file says, else as detected
 * @param crs code that wins over what the file says, e.g. {@code EPSG:4490}
 * @param shownAs path of the file as the user wrote it, for messages
 */
public record LayerRequest(
        Path file, Optional<String> layer, Optional<Charset> encoding, Optional<String> crs, String shownAs) {

    /** A request whose messages name the file by the path given. */
    public LayerRequest(Path file, Optional<String> layer, Optional<Charset> encoding, Optional<String> crs) {
        this(file, layer, encoding, crs, file.toString());
    }

    /** The only layer of a file, as the file describes itself. */
    public static LayerRequest of(Path file) {
        return new LayerRequest(file, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same request for one layer of the file. */
    public LayerRequest withLayer(String name) {
        return new LayerRequest(file, Optional.of(name), encoding, crs, shownAs);
    }

    /** The same request with the charset given. */
    public LayerRequest withEncoding(Charset charset) {
        return new LayerRequest(file, layer, Optional.of(charset), crs, shownAs);
    }

    /** The same request with the coordinate reference system given. */
    public LayerRequest withCrs(String code) {
        return new LayerRequest(file, layer, encoding, Optional.of(code), shownAs);
    }

    /** The same request, with messages that name the file as the user wrote it. */
    public LayerRequest withShownAs(String path) {
        return new LayerRequest(file, layer, encoding, crs, path);
    }
}
