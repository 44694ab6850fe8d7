package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code zhenjie stations}. */
class StationsCommandTest {
    private static final String LINE = "id,load,x,y\na,1,0,0\nb,2.5,1000,0\nc,1,5000,0\nd,1,5500,0\n";

    @TempDir
    Path temp;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(temp.resolve(name), text);
    }

    private Cli stations(String points, Object... more) throws IOException {
        Object[] args = new Object[more.length + 5];
        System.arraycopy(more, 0, args, 5, more.length);
        args[0] = "stations";
        args[1] = "--points";
        args[2] = file("p.csv", points);
        args[3] = "--steps";
        args[4] = 500;
        return Cli.call(args);
    }

    private static void assertWrong(Cli call, String... told) {
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.errors()).singleElement().asString().contains(told);
        assertThat(call.err()).doesNotContain("Exception");
    }

    @Test
    void prints_objective_bound_gap_and_sites_and_writes_who_goes_where() throws IOException {
        Path out = temp.resolve("deep/hosts.csv");
        Cli call = stations(LINE, "--keep", 2, "--out", out);
        assertThat(call.code()).isZero();
        assertThat(call.out())
                .contains(
                        "objective (weight × distance): 1500\n",
                        "lower bound: 1500\n",
                        "gap to the lower bound: 0.000%")
                .contains("sites kept (2): b, c", "seed 0", "Written: " + out);
        assertThat(Files.readString(out)).isEqualTo("id,host\na,b\nb,b\nc,c\nd,c\n");
    }

    @Test
    void degrees_are_measured_on_the_sphere() throws IOException {
        Cli call = stations("id,lon,lat\na,118,35\nb,118,36\n", "--keep", 1);
        assertThat(call.out()).contains("objective (weight × distance): 111195.08");
    }

    @Test
    void distances_of_a_table_hold_both_ways_and_may_stand_there_twice() throws IOException {
        Path distances = file("d.csv", "from,to,distance\na,b,0.25\nb,a,0.250\nc,b,0.5\n");
        Cli call = stations("id\na\nb\nc\n", "--distances", distances, "--keep", 1);
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("objective (weight × distance): 0.75\n", "(1): b");
    }

    @Test
    void a_pair_that_is_missing_cannot_merge() throws IOException {
        Path distances = file("d.csv", "from,to,distance\na,b,1\nb,c,1\nc,d,1\n");
        Path out = temp.resolve("hosts.csv");
        Cli call = stations("id\na\nb\nc\nd\n", "--distances", distances, "--keep", 1, "--out", out);
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).contains("no plan at all", "without a way");
        assertThat(out).doesNotExist();
    }

    @Test
    void shortest_paths_close_the_gaps_and_the_shortest_of_parallel_roads_counts() throws IOException {
        Path distances = file("d.csv", "from,to,distance\na,b,1\nb,c,9\nc,b,1\nc,d,1\n");
        Cli call = stations("id\na\nb\nc\nd\n", "--distances", distances, "--shortest-paths", "--keep", 1);
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("objective (weight × distance): 4\n");
    }

    @Test
    void one_pair_with_two_distances_is_wrong_without_shortest_paths() throws IOException {
        Path distances = file("d.csv", "from,to,distance\na,b,1\nb,a,2\n");
        assertWrong(
                stations("id\na\nb\n", "--distances", distances, "--keep", 1),
                "d.csv",
                "row 3",
                "distance",
                "2",
                "--shortest-paths");
    }

    @Test
    void the_capacity_of_a_row_goes_before_that_of_the_call() throws IOException {
        String points = "id,load,x,y,capacity\na,1,0,0,\nb,1,10,0,3\nc,1,20,0,\n";
        assertThat(stations(points, "--keep", 1, "--capacity", 2).out())
                .contains("objective (weight × distance): 20\n");
        Cli narrow = stations(points.replace(",3\n", ",\n"), "--keep", 1, "--capacity", 2);
        assertThat(narrow.code()).isEqualTo(1);
        assertThat(narrow.err()).contains("greatest 1 capacities hold a load of 2 in all", "3");
    }

    @Test
    void a_weight_counts_the_distance_and_the_load_fills_the_host() throws IOException {
        Cli call = stations("id,load,weight,x,y\na,9,1,0,0\nb,1,7,10,0\n", "--keep", 1, "--capacity", 10);
        assertThat(call.out()).contains("objective (weight × distance): 10\n", "(1): b");
    }

    @Test
    void a_column_county_keeps_sites_in_theirs_unless_the_call_allows_others() throws IOException {
        String points = "id,x,y,county\na,0,0,one\nb,10,0,one\nc,12,0,two\nd,40,0,two\n";
        assertThat(stations(points, "--keep", 2).out()).contains("objective (weight × distance): 38\n");
        assertThat(stations(points, "--keep", 2, "--across-counties").out())
                .contains("objective (weight × distance): 12\n");
        assertThat(stations(points, "--keep", 1).code()).isEqualTo(1);
        assertWrong(stations(points.replace("40,0,two", "40,0,"), "--keep", 2), "row 5", "county");
    }

    @Test
    void by_duties_the_most_alike_merge() throws IOException {
        String points = "id,load,duties\na,1,x;y\nb,1,x;y;z\nc,1,p;q\nd,1,q；p\n";
        Cli call = stations(points, "--by-duties", "--keep", 2);
        assertThat(call.out()).contains("objective (weight × distance): 0.333333\n");
        assertWrong(stations("id\na\n", "--by-duties", "--keep", 1), "duties");
        assertWrong(stations("id,duties\na,;\n", "--by-duties", "--keep", 1), "row 2", "duties");
    }

    @Test
    void a_frontier_prints_and_writes_the_cost_of_every_number_kept() throws IOException {
        Path out = temp.resolve("frontier.csv");
        Cli call = stations(LINE, "--keep", "1..3", "--out", out);
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("sites kept", "1500", "0.000%");
        assertThat(Files.readString(out))
                .isEqualTo(
                        "keep,objective,bound,gap\n1,9500,9500,0.000000\n2,1500,1500,0.000000\n3,500,500,0.000000\n");
        assertWrong(stations(LINE, "--keep", "3..5"), "--keep", "5", "from 1 to 4");
        assertThat(stations(LINE, "--keep", "3..2").code()).isEqualTo(2);
    }

    @Test
    void cover_is_in_km_and_its_share_loosens_it() throws IOException {
        assertThat(stations(LINE, "--keep", 1, "--cover", "2").code()).isEqualTo(1);
        Cli loose = stations(LINE, "--keep", 1, "--cover", "2", "--cover-share", "0.6");
        assertThat(loose.code()).isZero();
        assertThat(loose.out()).contains("(1): b");
    }

    @Test
    void what_no_plan_can_keep_is_told_with_the_sites() throws IOException {
        Path distances = file("d.csv", "from,to,distance\na,b,1\nc,d,2\n");
        Cli parts = stations("id\na\nb\nc\nd\n", "--distances", distances, "--keep", 1);
        assertThat(parts.code()).isEqualTo(1);
        assertThat(parts.err()).contains("2 parts", "only 1 sites", "a, c");

        Cli room = stations(LINE, "--keep", 2, "--capacity", "0.5");
        assertThat(room.code()).isEqualTo(1);
        assertThat(room.err())
                .contains("greatest 2 capacities hold a load of 1 in all", "all sites together have 5.5", "a, b, c, d");

        Cli host = stations("id,load,x,y,capacity\na,9,0,0,8\nb,0,1,0,8\n", "--keep", 2);
        assertThat(host.code()).isEqualTo(1);
        assertThat(host.err()).contains("more load than any host", "a");
    }

    @Test
    void the_same_seed_and_steps_give_the_same_bytes() throws IOException {
        StringBuilder points = new StringBuilder("id,load,x,y\n");
        for (int i = 0; i < 60; i++) {
            points.append("s%d,%d,%d,%d\n".formatted(i, 1 + i * 7 % 20, i * 7919 % 10007, i * 104729 % 10009));
        }
        Path one = temp.resolve("one.csv");
        Path other = temp.resolve("other.csv");
        Cli first = stations(points.toString(), "--keep", 6, "--capacity", 120, "--seed", 4, "--out", one);
        Cli second = stations(points.toString(), "--keep", 6, "--capacity", 120, "--seed", 4, "--out", other);
        assertThat(first.code()).isZero();
        assertThat(second.out().replace("other.csv", "one.csv")).isEqualTo(first.out());
        assertThat(Files.readAllBytes(other)).isEqualTo(Files.readAllBytes(one));
    }

    @Test
    void what_is_wrong_with_a_cell_is_told_with_its_place() throws IOException {
        assertWrong(stations("id,load,x,y\na,-1,0,0\n", "--keep", 1), "p.csv", "row 2", "load", "-1");
        assertWrong(stations("id,load,x,y\na,1,0,0\na,1,1,0\n", "--keep", 1), "p.csv", "row 3", "a", "row 2");
        assertWrong(stations("id,load\na,1\n", "--keep", 1), "p.csv", "lon", "--distances");
        assertWrong(stations("id,x,y\na,0,zero\n", "--keep", 1), "row 2", "y", "zero");
        Path distances = file("d.csv", "from,to,distance\na,z,1\n");
        assertWrong(stations("id\na\n", "--distances", distances, "--keep", 1), "d.csv", "row 2", "to", "z");
    }

    @Test
    void what_is_wrong_with_the_call_is_told() throws IOException {
        assertWrong(stations(LINE, "--keep", 5), "--keep", "5", "from 1 to 4");
        assertWrong(stations(LINE, "--keep", 1, "--shortest-paths"), "--shortest-paths", "--distances");
        assertWrong(stations(LINE, "--keep", 1, "--cover-share", "0.5"), "--cover-share", "--cover");
        assertWrong(stations(LINE, "--keep", 1, "--out", temp.resolve("p.csv")), "p.csv", "input");
        assertThat(stations(LINE, "--keep", 1, "--cover", "far").code()).isEqualTo(2);
        assertThat(Cli.call("stations", "--keep", 1).err()).contains("--points");
    }

    @Test
    void sums_beyond_exact_whole_numbers_round_what_has_most_digits_with_a_note() throws IOException {
        Path distances = file("d.csv", "from,to,distance\na,b,123456789.123456\n");
        Cli rounded = stations("id,load\na,1000\nb,1000\n", "--distances", distances, "--keep", 1);
        assertThat(rounded.code()).isZero();
        assertThat(rounded.err()).contains("warning", "distance 0.001");
        assertThat(rounded.out()).contains("123456789123\n");
        Path far = file("d.csv", "from,to,distance\na,b,900000000\n");
        Cli large = stations("id,load\na,900000000\nb,900000000\n", "--distances", far, "--keep", 1);
        assertThat(large.out()).contains("objective (weight × distance): 810000000000000000\n");
    }

    @Test
    void binary_fractions_are_taken_to_15_digits_and_rounded_where_sums_would_not_be_exact() throws IOException {
        Path distances = file(
                "d.csv",
                "from,to,distance\na,b,0.30000000000000004\nb,c,0.1234567890123456\nb,a,0.3\nc,b,0.12345678901234563\n");
        Cli run = stations(
                "id,load,capacity\na,0.1,\nb,0.3333333333333333,0.7666666666666666\nc,0.3333333333333333,1e-7\n",
                "--distances",
                distances,
                "--keep",
                1,
                "--cover",
                "0.30000000000000004");

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("warning", "distance 0.0000001, load 0.00000001");
        assertThat(run.out()).contains("(1): b", "objective (weight × distance): 0.0711522");
    }

    @Test
    void no_bound_is_above_the_cost_of_keeping_all() throws IOException {
        Path roads = file("d.csv", "from,to,distance\na,d,23.567732901869647\nd,e,31.555359026189322\n");
        Cli run = stations(
                "id,load\na,0.8116587789019558\nb,5.647847266977083\nc,2.5062508806971695\nd,1\ne,10\n",
                "--distances",
                roads,
                "--shortest-paths",
                "--keep",
                5,
                "--cover",
                "31.4");
        assertThat(run.out()).contains("objective (weight × distance): 0\n", "lower bound: 0\n");
    }

    @Test
    void places_near_each_other_are_measured_finer_than_to_the_millimetre() throws IOException {
        assertThat(stations("id,x,y\na,0,0\nb,1,1\n", "--keep", 1).out()).contains("1.4142136");
    }

    @Test
    void cancelling_ends_with_130_and_writes_nothing() throws Exception {
        StringBuilder points = new StringBuilder("id,x,y\n");
        for (int i = 0; i < 400; i++) {
            points.append("s%d,%d,%d\n".formatted(i, i * 7919 % 10007, i * 104729 % 10009));
        }
        Path table = file("p.csv", points.toString());
        Path out = temp.resolve("hosts.csv");
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Cli> call = CompletableFuture.supplyAsync(() ->
                Cli.call(cancellation, "stations", "--points", table, "--keep", 20, "--time", "5m", "--out", out));
        Thread.sleep(1_000);
        cancellation.request();
        assertThat(call.get(30, TimeUnit.SECONDS).code()).isEqualTo(130);
        assertThat(out).doesNotExist();
    }
}
