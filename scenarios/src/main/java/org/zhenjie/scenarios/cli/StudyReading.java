package org.zhenjie.scenarios.cli;

import java.nio.file.Path;
import org.zhenjie.scenarios.indicator.SetFigures;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.progress.Progress;
import org.zhenjie.scenarios.study.StudyFolder;

/** Reads a study with progress on the screen. */
final class StudyReading {
    private StudyReading() {}

    static StudyFolder open(Call call, Path path) {
        try (ProgressView view = ProgressView.open(call, call.texts().get("reading", path))) {
            return SetFigures.checked(StudyFolder.open(path, new Progress() {
                @Override
                public void at(String stage, int done, int of) {
                    view.at(done, of, Texts.of(stage, call.locale()));
                }

                @Override
                public boolean isCancelled() {
                    return call.cancellation().isRequested();
                }
            }));
        }
    }
}
