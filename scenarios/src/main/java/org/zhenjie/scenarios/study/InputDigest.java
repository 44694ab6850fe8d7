package org.zhenjie.scenarios.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Texts;

/** SHA-256 over the relative names and bytes of a set of files, whatever the order they were added in. Immutable. */
final class InputDigest {
    private static final int BUFFER = 1 << 16;

    private final SortedMap<String, String> files;

    private InputDigest(SortedMap<String, String> files) {
        this.files = files;
    }

    static InputDigest empty() {
        return new InputDigest(new TreeMap<>());
    }

    /** This digest with one file more. */
    InputDigest with(String name, Path file) {
        return with(name, hashOf(name, file));
    }

    /** This digest with one file more, whose SHA-256 is known. */
    InputDigest with(String name, String hash) {
        SortedMap<String, String> more = new TreeMap<>(files);
        more.put(name, hash);
        return new InputDigest(more);
    }

    /** 64 hexadecimal digits. */
    String hash() {
        MessageDigest digest = Sha256.begin();
        files.forEach((name, hash) -> digest.update((name + "\0" + hash + "\n").getBytes(StandardCharsets.UTF_8)));
        return Sha256.hex(digest.digest());
    }

    private static String hashOf(String name, Path file) {
        MessageDigest digest = Sha256.begin();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (NoSuchFileException e) {
            throw new InputException(Problem.error(Texts.BUNDLE, "file.missing", Where.file(name)), e);
        } catch (IOException e) {
            throw new InputException(
                    Problem.error(Texts.BUNDLE, "file.unreadable", Where.file(name), e.getMessage()), e);
        }
        return Sha256.hex(digest.digest());
    }
}
