package org.zhenjie.scenarios.study;

import java.nio.file.Path;
import org.zhenjie.scenarios.progress.Progress;

/** Reads a study folder. */
final class StudyLoader {
    private final Path folder;
    private final Progress progress;

    StudyLoader(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    StudyFolder load() {
        throw new IllegalStateException("under construction " + folder + progress);
    }
}
