package org.zhenjie.gis.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhenjie.gis.support.TestLayers.in;
import static org.zhenjie.gis.support.TestLayers.read;
import static org.zhenjie.gis.support.TestLayers.towns;
import static org.zhenjie.gis.support.TestLayers.wkt;
import static org.zhenjie.gis.support.TestLayers.write;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFReader;
import com.linuxense.javadbf.DBFWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.support.TestLayers;

/** Attribute tables between this module and a library that has read and written them for years. */
class DbfPeerTest {
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    Path folder;

    @Test
    void the_library_reads_what_is_written_here() throws IOException {
        write(folder.resolve("towns.shp"), in("GBK", towns()));

        try (DBFReader reader = new DBFReader(Files.newInputStream(folder.resolve("towns.dbf")), GBK)) {
            assertThat(reader.getRecordCount()).isEqualTo(3);
            Object[] first = reader.nextRecord();
            assertThat(first[1]).isEqualTo("甲子镇");
            assertThat((BigDecimal) first[2]).isEqualByComparingTo("130000");
        }
    }

    @Test
    void what_the_library_writes_is_read_here() throws IOException {
        Path shp = write(
                folder.resolve("towns.shp"),
                TestLayers.layer("towns", TestLayers.feature(wkt("POINT (115 22)"), "1", "a", 1, 1.0)));
        Files.delete(folder.resolve("towns.cpg"));
        DBFField name = new DBFField("名称", DBFDataType.CHARACTER, 20);
        DBFField people = new DBFField("people", DBFDataType.NUMERIC, 9, 0);
        DBFField open = new DBFField("open", DBFDataType.LOGICAL);
        DBFField since = new DBFField("since", DBFDataType.DATE);
        try (DBFWriter writer = new DBFWriter(Files.newOutputStream(folder.resolve("towns.dbf")), GBK)) {
            writer.setFields(new DBFField[] {name, people, open, since});
            writer.addRecord(new Object[] {"汕尾市", 2_672_000, true, new GregorianCalendar(2020, 10, 1).getTime()});
        }

        assertThat(read(shp).get(0).values())
                .containsExactly("汕尾市", 2_672_000, true, java.sql.Date.valueOf("2020-11-01"));
    }

    /** Why the library reads nothing in the program: see docs/decisions. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"13 000, 13000, 13 000", "13é000, null, 13é000"})
    void a_number_that_the_library_drops_or_mends_in_silence_is_refused_here(
            String stored, BigDecimal peer, String told) throws IOException {
        Path shp = write(folder.resolve("towns.shp"), in("GBK", towns()));
        Path table = folder.resolve("towns.dbf");
        byte[] bytes = Files.readAllBytes(table);
        byte[] now = stored.getBytes(StandardCharsets.ISO_8859_1);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("130000");
        System.arraycopy(now, 0, bytes, at, now.length);
        Files.write(table, bytes);

        try (DBFReader reader = new DBFReader(Files.newInputStream(table), GBK)) {
            assertThat((BigDecimal) reader.nextRecord()[2]).isEqualTo(peer);
        }
        assertThatThrownBy(() -> read(shp))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("row 1", "field people", told);
    }

    @Test
    void the_library_writes_another_day_for_another_time_zone() throws IOException {
        TimeZone own = TimeZone.getDefault();
        Date midnightInBeijing = Date.from(Instant.parse("2020-10-31T16:00:00Z"));
        try {
            assertThat(dayWritten(midnightInBeijing, "Asia/Shanghai")).isEqualTo("20201101");
            assertThat(dayWritten(midnightInBeijing, "UTC")).isEqualTo("20201031");
        } finally {
            TimeZone.setDefault(own);
        }
    }

    private static String dayWritten(Date date, String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DBFWriter writer = new DBFWriter(bytes, StandardCharsets.US_ASCII)) {
            writer.setFields(new DBFField[] {new DBFField("since", DBFDataType.DATE)});
            writer.addRecord(new Object[] {date});
        }
        String table = bytes.toString(StandardCharsets.ISO_8859_1);
        return table.substring(table.length() - 9, table.length() - 1);
    }
}
