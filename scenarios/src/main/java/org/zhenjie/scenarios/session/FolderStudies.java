package org.zhenjie.scenarios.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhenjie.scenarios.indicator.SetFigures;
import org.zhenjie.scenarios.study.CrsQuestion;
import org.zhenjie.scenarios.study.StudyFolder;

/** Studies in folders on disk. */
public final class FolderStudies implements Studies {

    /**
     * Opens the study in a folder.
     *
     * @throws org.zhenjie.gis.problem.InputException with everything that is wrong with it
     */
    @Override
    public OpenStudy open(Path folder) {
        return new FolderStudy(SetFigures.checked(StudyFolder.open(folder)));
    }

    @Override
    public List<CrsQuestion> questions(Path folder) {
        return CrsQuestion.of(folder);
    }

    @Override
    public void answer(Path folder, Map<String, String> codes) {
        codes.forEach((role, code) -> {
            try {
                CrsQuestion.answer(folder, role, code);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public List<String> explain(Throwable failure, Locale locale) {
        return Failures.explain(failure, locale);
    }
}
