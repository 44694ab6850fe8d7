package org.zhenjie.scenarios.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.problem.Texts;

/**
 * Opens a YAML file as a tree of nodes with lines. Only nodes are built, never objects of classes that the file names.
 */
public final class YamlFile {
    private static final int MOST_CHARS = 8_000_000;
    private static final int DEEPEST = 30;

    private YamlFile() {}

    /**
     * The mapping that a file holds.
     *
     * @param file UTF-8 text, with or without byte order mark
     * @param shown the file's path as the user knows it
     * @param problems takes what the accessors of the mapping find wrong
     * @throws InputException if the file is missing, is not UTF-8, is not YAML or holds no mapping
     */
    public static YamlMap read(Path file, String shown, Problems problems) {
        return read(lines(file, shown), shown, problems);
    }

    /** As {@link #read(Path, String, Problems)}, from the lines of a file as they could stand. */
    public static YamlMap read(List<String> lines, String shown, Problems problems) {
        Where where = Where.file(shown);
        Node root = compose(String.join("\n", lines), where);
        if (!(root instanceof MappingNode mapping)) {
            throw new InputException(Problem.error(Texts.BUNDLE, "yaml.noMapping", where));
        }
        return new YamlMap(mapping, where, "", problems);
    }

    /**
     * The lines of a file as they stand, for a change that keeps everything else.
     *
     * @throws InputException if the file is missing or is not UTF-8
     */
    public static List<String> lines(Path file, String shown) {
        return List.of(text(file, Where.file(shown)).split("\n", -1));
    }

    private static String text(Path file, Where where) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new InputException(Problem.error(Texts.BUNDLE, "file.missing", where), e);
        } catch (IOException e) {
            throw new InputException(Problem.error(Texts.BUNDLE, "file.unreadable", where, e.getMessage()), e);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InputException(Problem.error(Texts.BUNDLE, "yaml.notUtf8", where), e);
        }
    }

    private static Node compose(String text, Where where) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARS);
        options.setNestingDepthLimit(DEEPEST);
        try {
            return new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            Where line = e.getProblemMark() == null
                    ? where
                    : where.row(e.getProblemMark().getLine() + 1L);
            throw new InputException(Problem.error(Texts.BUNDLE, "yaml.syntax", line, e.getProblem()), e);
        } catch (YAMLException e) {
            throw new InputException(Problem.error(Texts.BUNDLE, "yaml.syntax", where, e.getMessage()), e);
        }
    }
}
