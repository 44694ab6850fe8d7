package org.zhenjie.gis.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Files that are read together, one of which is to be damaged.
 *
 * @param title what is damaged, in words
 * @param main name of the file to open
 * @param damaged name of the file to damage
 * @param files their bytes by name
 * @param pack puts the damaged bytes into what is written to the disk, e.g. an archive around them
 */
record Specimen(String title, String main, String damaged, Map<String, byte[]> files, UnaryOperator<byte[]> pack) {
    Specimen(String main, String damaged, Map<String, byte[]> files) {
        this(damaged, main, damaged, files, bytes -> bytes);
    }

    /** A file of its own. */
    static Specimen single(String name, byte[] bytes) {
        return new Specimen(name, name, Map.of(name, bytes));
    }

    /** The bytes that mutations start from. */
    byte[] sound() {
        return files.get(damaged);
    }

    /** Writes the files with other bytes in place of the damaged one's; gives the file to open. */
    Path write(Path folder, byte[] bytes) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        all.put(damaged, bytes);
        for (Map.Entry<String, byte[]> file : all.entrySet()) {
            boolean whole = file.getKey().equals(damaged);
            Files.write(folder.resolve(file.getKey()), whole ? pack.apply(file.getValue()) : file.getValue());
        }
        return folder.resolve(main);
    }

    /** Names of all files. */
    List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public String toString() {
        return title;
    }
}
