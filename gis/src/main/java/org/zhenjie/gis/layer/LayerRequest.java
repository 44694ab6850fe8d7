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
 * @param shownAs path of the file as the user wrote it, for messages; of a database its address without a password
 * @param database address of a database with its parameters, in place of the file
 */
public record LayerRequest(
        Path file,
        Optional<String> layer,
        Optional<Charset> encoding,
        Optional<String> crs,
        String shownAs,
        Optional<String> database) {

    /** A request for a file whose messages name it as the user wrote it. */
    public LayerRequest(
            Path file, Optional<String> layer, Optional<Charset> encoding, Optional<String> crs, String shownAs) {
        this(file, layer, encoding, crs, shownAs, Optional.empty());
    }

    /** A request whose messages name the file by the path given. */
    public LayerRequest(Path file, Optional<String> layer, Optional<Charset> encoding, Optional<String> crs) {
        this(file, layer, encoding, crs, file.toString());
    }

    /** The only layer of a file, as the file describes itself. */
    public static LayerRequest of(Path file) {
        return new LayerRequest(file, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** As the user sees it: never with a password. */
    @Override
    public String toString() {
        return layer.map(name -> shownAs + " " + name).orElse(shownAs);
    }

    /** Tables of the database that a {@link JdbcUrl} leads to. */
    public static LayerRequest ofDatabase(String url) {
        String shown = JdbcUrl.shown(url);
        Path name = Path.of(shown.substring(shown.lastIndexOf('/') + 1).replace(':', '_'));
        return new LayerRequest(name, Optional.empty(), Optional.empty(), Optional.empty(), shown, Optional.of(url));
    }

    /** The same request for one layer of the file. */
    public LayerRequest withLayer(String name) {
        return new LayerRequest(file, Optional.of(name), encoding, crs, shownAs, database);
    }

    /** The same request with the charset given. */
    public LayerRequest withEncoding(Charset charset) {
        return new LayerRequest(file, layer, Optional.of(charset), crs, shownAs, database);
    }

    /** The same request with the coordinate reference system given. */
    public LayerRequest withCrs(String code) {
        return new LayerRequest(file, layer, encoding, Optional.of(code), shownAs, database);
    }

    /** The same request, with messages that name the file as the user wrote it. */
    public LayerRequest withShownAs(String path) {
        return new LayerRequest(file, layer, encoding, crs, path, database);
    }
}
