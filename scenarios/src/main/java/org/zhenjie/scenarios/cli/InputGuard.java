package org.zhenjie.scenarios.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.study.StudyFolder;
import org.zhenjie.scenarios.yaml.YamlFile;
import org.zhenjie.scenarios.yaml.YamlMap;

/** Keeps results from being written over what they are made from. */
final class InputGuard {
    private final Path folder;
    private final List<Path> inputs = new ArrayList<>();

    InputGuard(StudyFolder study) {
        this(study.path());
    }

    /** For a study that need not be whole. */
    InputGuard(Path folder) {
        this.folder = folder;
        inputs.add(folder.resolve(StudyFolder.STUDY));
        YamlMap file = YamlFile.read(inputs.get(0), StudyFolder.STUDY, new Problems());
        file.optionalMap("data").ifPresent(this::addSources);
        file.optionalMap("join").flatMap(join -> join.optionalMap("tables")).ifPresent(this::addSources);
        file.maps("layers").forEach(this::add);
    }

    private void add(YamlMap source) {
        source.optionalText("file").ifPresent(name -> inputs.add(folder.resolve(name)));
    }

    private void addSources(YamlMap data) {
        for (String source : data.keys()) {
            data.optionalMap(source).ifPresent(this::add);
        }
    }

    /**
     * Lets a target pass that is no input.
     *
     * @throws InputException if the target is a file that the study is read from, or lies among its scenarios
     */
    void check(Path target) {
        Path scenarios = folder.resolve(StudyFolder.SCENARIOS);
        if (isIn(target, scenarios) || inputs.stream().anyMatch(input -> isSame(input, target))) {
            throw new InputException(Problem.error(CliTexts.BUNDLE, "target.isInput", Where.file(target.toString())));
        }
    }

    /**
     * Lets a target pass that is none of the files that a call reads.
     *
     * @throws InputException if it is one
     */
    static void check(Path target, List<Path> inputs) {
        if (inputs.stream().anyMatch(input -> isSame(input, target))) {
            throw new InputException(
                    Problem.error(CliTexts.BUNDLE, "target.isOwnInput", Where.file(target.toString())));
        }
    }

    private static boolean isIn(Path target, Path folder) {
        Path parent = target.toAbsolutePath().normalize().getParent();
        return parent != null && isSame(parent, folder);
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other)
                    ? Files.isSameFile(one, other)
                    : one.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize());
        } catch (IOException e) {
            return true; // what cannot be told apart is not written over
        }
    }
}
