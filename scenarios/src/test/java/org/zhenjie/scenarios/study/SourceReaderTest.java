package org.zhenjie.scenarios.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.scenarios.TinyStudy;

/** Study folders by every path that people type. */
class SourceReaderTest {
    @Test
    void a_folder_may_be_given_relative_to_where_one_stands(@TempDir Path temp) {
        Path study = TinyStudy.in(temp);
        Path relative = Path.of("").toAbsolutePath().relativize(study);
        assertThat(StudyFolder.open(relative).inputHash("baseline"))
                .isEqualTo(StudyFolder.open(study).inputHash("baseline"));
    }

    @Test
    void a_folder_may_be_given_by_a_detour(@TempDir Path temp) {
        Path study = TinyStudy.in(temp);
        Path detour = study.resolve("data/../../tiny/.");
        assertThat(StudyFolder.open(detour).study())
                .isEqualTo(StudyFolder.open(study).study());
    }
}
