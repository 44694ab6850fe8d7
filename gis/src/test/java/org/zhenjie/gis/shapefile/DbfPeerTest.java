package org.zhenjie.gis.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.in;
import static org.zhenjie.gis.support.TestLayers.read;
import static org.zhenjie.gis.support.TestLayers.towns;
import static org.zhenjie.gis.support.TestLayers.wkt;
import static org.zhenjie.gis.support.TestLayers.write;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFReader;
import com.linuxense.javadbf.DBFWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.GregorianCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
}
