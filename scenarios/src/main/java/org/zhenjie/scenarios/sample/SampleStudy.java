package org.zhenjie.scenarios.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** The sample study, written to a folder that people choose, to look at, change and learn from. */
public final class SampleStudy {
    private static final String BUNDLE = "org.zhenjie.scenarios.sample.messages";
    private static final String HAIBIN = "haibin";
    private static final String STUDY = "study.yaml";
    private static final List<String> TEXTS = List.of(
            STUDY,
            "README.md",
            "README.zh-CN.md",
            "scenarios/bigger-pool.yaml",
            "scenarios/convert-streets.yaml",
            "scenarios/merge-small.yaml",
            "more/bodies-and-duties.yaml",
            "data/team_staff.csv",
            "data/powers.csv",
            "data/duties.csv",
            "data/duty_holders.csv");

    private SampleStudy() {}

    /**
     * Writes the sample study that ships with the tool; the bytes are the same on every machine.
     *
     * @param folder made where it is not there; holds no study yet
     * @throws InputException if the folder holds a study already or cannot be written to
     */
    public static void write(Path folder) {
        write(folder, SampleSpec.HAIBIN);
    }

    /**
     * Writes a sample study with its own seed and sizes. The shipped scenarios name towns and staff blocks by code: with
     * another seed they may ask for something else than their titles say.
     *
     * @param folder made where it is not there; holds no study yet
     * @throws InputException if the folder holds a study already or cannot be written to
     */
    public static void write(Path folder, SampleSpec spec) {
        if (Files.exists(folder.resolve(STUDY))) {
            throw new InputException(Problem.error(BUNDLE, "sample.exists", Where.file(folder.toString())));
        }
        Template template = Template.of(Resource.text(HAIBIN + "/" + STUDY));
        Sample sample = Sample.make(spec, Facts.haibin(), template);
        try {
            StudyWriter.writeData(folder, sample);
            StudyWriter.writeTexts(folder, HAIBIN, TEXTS);
        } catch (IOException e) {
            throw new InputException(
                    Problem.error(BUNDLE, "sample.unwritable", Where.file(folder.toString()), e.toString()), e);
        }
    }
}
