package org.zhenjie.scenarios.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Severity;
import org.zhenjie.scenarios.TinyStudy;

/** What people should look at, and what does not stop a solve. */
class StudyWarningsTest {
    @TempDir
    Path temp;

    private Path path;

    @BeforeEach
    void write() {
        path = TinyStudy.in(temp);
    }

    private Problem onlyWarning() {
        StudyFolder folder = StudyFolder.open(path);
        assertThat(folder.warnings()).hasSize(1);
        Problem warning = folder.warnings().get(0);
        assertThat(warning.severity()).isEqualTo(Severity.WARNING);
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINA}) {
            assertThat(warning.text(locale)).doesNotContain(warning.key()).doesNotContainPattern("\\{\\d}");
        }
        return warning;
    }

    @Test
    void a_town_without_any_posts() {
        TinyStudy.edit(path, "data/staff.csv", "B2,governance,administrative,6,6\nB2,law,administrative,1,1\n", "");
        Problem warning = onlyWarning();
        assertThat(warning.key()).isEqualTo("town.noStaff");
        assertThat(warning.where().value()).hasValue("B2");
    }

    @Test
    void a_service_point_outside_of_every_town() throws IOException {
        String points = Files.readString(path.resolve("data/service_points.geojson"));
        Files.writeString(path.resolve("data/service_points.geojson"), points.replace("115.25", "115.35"));
        assertThat(onlyWarning().key()).isEqualTo("service.outside");
    }

    @Test
    void a_seat_outside_of_its_town() {
        TinyStudy.edit(path, "data/indicators.csv", "shops,remark", "shops,remark,seat_lon,seat_lat");
        TinyStudy.edit(path, "data/indicators.csv", "B2,10000,50,hills", "B2,10000,50,hills,115.25,22.85");
        for (String row : new String[] {"A1,60000,400,seat of the county", "B1,40000,300,seat of the county"}) {
            TinyStudy.edit(path, "data/indicators.csv", row, row + ",,");
        }
        for (String row : new String[] {"A2,30000,200,", "A3,20000,100,", "B3,25000,150,"}) {
            TinyStudy.edit(path, "data/indicators.csv", row, row + ",,");
        }
        assertThat(onlyWarning().key()).isEqualTo("town.seatOutside");
    }

    @Test
    void a_department_whose_floor_is_above_its_people() throws IOException {
        TinyStudy.edit(
                path,
                "study.yaml",
                "file: data/departments.xlsx\n    layer: departments",
                "file: data/departments.csv");
        Files.writeString(
                path.resolve("data/departments.csv"),
                "id,name,county,head_count,floor\nD1,甲县执法局,A,20,12\nD2,乙县执法局,B,15,16\n");
        assertThat(onlyWarning().key()).isEqualTo("department.floor");
    }
}
