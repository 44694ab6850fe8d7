package org.zhenjie.gis.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a file: it ends in data or in a problem for people, within 5 seconds and little memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedCorpusTest {
    /** Bytes that reading a damaged file may allocate over time, what is freed at once included. */
    private static final long MOST_ALLOCATED = 2L << 30;

    private static final int ALL = 10_000;
    private static final int SAMPLE = 400;
    private static final int KIBIBYTE = 1 << 10;

    private List<Specimen> specimens;
    private final Tally tally = new Tally();

    /** A damaged file of the corpus, which is the same in every run. */
    private record Damaged(Specimen specimen, String how, byte[] bytes) {}

    @BeforeAll
    void make(@TempDir Path folder) {
        specimens = Specimens.all(folder);
    }

    Stream<Specimen> specimens() {
        return specimens.stream();
    }

    Stream<Traps.Trap> traps() {
        return Traps.all(specimens).stream();
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void a_sound_file_gives_data(Specimen specimen, @TempDir Path folder) throws IOException {
        assertThat(Reading.of(specimen.write(folder, specimen.sound()))).isEqualTo(Reading.End.DATA);
    }

    @ParameterizedTest
    @MethodSource("traps")
    void a_trap_ends_in_data_or_in_a_problem(Traps.Trap trap, @TempDir Path folder) throws Exception {
        Path file = trap.files().in(folder);
        read(file, trap.name());
    }

    @Test
    void a_sample_of_the_damaged_files_ends_in_data_or_in_a_problem(@TempDir Path folder) throws IOException {
        readEach(ALL / SAMPLE, folder);
    }

    @Test
    @Tag("deep")
    void ten_thousand_damaged_files_end_in_data_or_in_a_problem(@TempDir Path folder) throws IOException {
        readEach(1, folder);
        System.out.println(tally);
    }

    /** Reads one in so many of the files, also after one that fails, so that a run tells all. */
    private void readEach(int step, Path folder) throws IOException {
        List<AssertionError> failures = new ArrayList<>();
        for (int number = 0; number < ALL; number += step) {
            try {
                read(number, folder);
            } catch (AssertionError e) {
                failures.add(e);
            }
        }
        assertThat(failures).isEmpty();
    }

    private void read(int number, Path folder) throws IOException {
        Damaged damaged = damaged(number);
        Path file = damaged.specimen().write(folder, damaged.bytes());
        String what = "file " + number + ": " + damaged.specimen() + ", " + damaged.how();
        read(file, what);
        Reading.leftNothing(folder, damaged.specimen().names());
        for (String name : damaged.specimen().names()) {
            Files.delete(folder.resolve(name));
        }
    }

    private void read(Path file, String what) {
        try {
            Watched watched = Watched.reading(file);
            tally.add(what, watched);
            assertThat(watched.allocated()).as("bytes allocated").isLessThan(MOST_ALLOCATED);
        } catch (Throwable e) {
            throw new AssertionError(what, e);
        }
    }

    /** The file of a number: first those cut at every KiB, then the mutations in turn over all specimens. */
    private Damaged damaged(int number) {
        List<Cut> cuts = cuts();
        if (number < cuts.size()) {
            Cut cut = cuts.get(number);
            return new Damaged(
                    cut.specimen(),
                    "cut at " + cut.length(),
                    Arrays.copyOf(cut.specimen().sound(), cut.length()));
        }
        Specimen specimen = specimens.get(number % specimens.size());
        Mutation mutation = Mutation.values()[number / specimens.size() % Mutation.values().length];
        return new Damaged(specimen, mutation.name(), mutation.of(specimen.sound(), new Random(number)));
    }

    private record Cut(Specimen specimen, int length) {}

    private List<Cut> cuts() {
        List<Cut> cuts = new ArrayList<>();
        for (Specimen specimen : specimens) {
            IntStream.range(0, (specimen.sound().length + KIBIBYTE - 1) / KIBIBYTE)
                    .forEach(i -> cuts.add(new Cut(specimen, i * KIBIBYTE)));
        }
        return cuts;
    }

    /** What came of the files. */
    private static final class Tally {
        private int data;
        private int errors;
        private long longest;
        private long most;
        private String slowest = "";
        private String largest = "";

        void add(String what, Watched watched) {
            data += watched.end() == Reading.End.DATA ? 1 : 0;
            errors += watched.end() == Reading.End.ERROR ? 1 : 0;
            if (watched.cpuNanos() > longest) {
                longest = watched.cpuNanos();
                slowest = what;
            }
            if (watched.allocated() > most) {
                most = watched.allocated();
                largest = what;
            }
        }

        @Override
        public String toString() {
            return "%d ended in data, %d in an error; the slowest took %d ms of processor time (%s), the hungriest allocated %d MiB (%s)"
                    .formatted(data, errors, longest / 1_000_000, slowest, most >> 20, largest);
        }
    }
}
