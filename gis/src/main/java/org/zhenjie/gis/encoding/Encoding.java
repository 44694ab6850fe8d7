package org.zhenjie.gis.encoding;

import java.nio.charset.Charset;

/**
 * The charset that a file's text was read with.
 *
 * @param charset the charset
 * @param how what it was concluded from
 */
public record Encoding(Charset charset, How how) {
    /** What a charset was concluded from, the surest first. */
    public enum How {
        /** The user or the study named it. */
        REQUESTED,
        /** The format allows no other. */
        FORMAT,
        /** A byte order mark. */
        BOM,
        /** A {@code .cpg} file beside it. */
        CPG,
        /** The language driver byte of the {@code .dbf}. */
        LANGUAGE_DRIVER,
        /** All bytes are ASCII, so that any charset gives the same text. */
        ASCII,
        /** Concluded from the bytes themselves. */
        DETECTED
    }

    /** The name that users write, e.g. {@code GBK}. */
    public String name() {
        return charset.name();
    }
}
