package org.zhenjie.scenarios.study;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests as 64 hexadecimal digits. */
public final class Sha256 {
    private Sha256() {}

    /** The digest of some bytes. */
    public static String of(byte[] bytes) {
        return hex(begin().digest(bytes));
    }

    /** A digest that bytes are still to be added to. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** A digest as text. */
    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
