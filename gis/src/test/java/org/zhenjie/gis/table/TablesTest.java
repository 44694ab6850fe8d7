package org.zhenjie.gis.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.problem;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.support.SharedData;

class TablesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_delimiter_is_told_by_the_header(String delimiter) throws IOException {
        Table table = Tables.read(csv(String.join(delimiter, "code", "name") + "\n"
                + String.join(delimiter, "0441", "\"甲子" + delimiter + "镇\"") + "\n"));

        assertThat(table.columns()).containsExactly("code", "name");
        assertThat(table.rows()).containsExactly(new Table.Row(2, List.of("0441", "甲子" + delimiter + "镇")));
    }

    @Test
    void rows_are_numbered_as_people_see_them_with_header_and_blank_rows_counted() throws IOException {
        Table table = Tables.read(csv("\ncode,name\n\n1,\"two\nlines\"\n,\n2,b\n"));

        assertThat(table.rows()).extracting(Table.Row::number).containsExactly(4L, 6L);
    }

    @Test
    void cells_are_stripped_and_short_rows_filled_up() throws IOException {
        Table table = Tables.read(csv("\uFEFFcode , name,note\n 1 , a\n"));

        assertThat(table.columns()).containsExactly("code", "name", "note");
        assertThat(table.rows().get(0).cells()).containsExactly("1", "a", "");
        assertThat(table.encoding()).contains(new Encoding(StandardCharsets.UTF_8, Encoding.How.BOM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-8", "UTF-16LE"})
    void the_charset_is_detected(String charset) throws IOException {
        Path file = folder.resolve("a.csv");
        String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        Files.write(file, (mark + "编码,名称\n1,甲子镇\n").getBytes(Charset.forName(charset)));

        assertThat(Tables.read(TableRequest.of(file)).columns()).containsExactly("编码", "名称");
    }

    @Test
    void a_charset_that_the_user_gives_wrongly_is_an_error_that_names_the_right_one() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.write(file, "编码,名称\n1,甲子镇\n".getBytes(Charset.forName("GBK")));
        TableRequest wrong =
                TableRequest.of(file).withEncoding(StandardCharsets.UTF_8).withShownAs("data/a.csv");

        assertThat(problem(() -> Tables.read(wrong)).text(Locale.ENGLISH))
                .startsWith("data/a.csv")
                .contains("encoding: GBK");
    }

    @Test
    void a_column_that_is_not_there_is_told_with_those_that_are() throws IOException {
        Table table = Tables.read(csv("code,name\n1,a\n"));

        assertThat(table.column("name")).isEqualTo(1);
        assertThat(problem(() -> table.column("town")).text(Locale.ENGLISH))
                .contains("field town")
                .contains("code, name");
    }

    @Test
    void headers_must_name_every_column_once() throws IOException {
        assertThat(problem(() -> Tables.read(csv("a,a\n1,2\n"))).key()).isEqualTo("table.columnTwice");
        assertThat(problem(() -> Tables.read(csv("a,,b\n1,2,3\n"))).key()).isEqualTo("table.unnamedColumn");
        assertThat(problem(() -> Tables.read(csv("\n\n"))).key()).isEqualTo("table.empty");
    }

    @Test
    void a_cell_beyond_the_header_is_told_by_its_row() throws IOException {
        assertThat(problem(() -> Tables.read(csv("a,b\n1,2\n1,2,3\n"))).where().row())
                .hasValue(3);
    }

    @Test
    void quotes_that_are_not_closed_are_told() throws IOException {
        assertThat(problem(() -> Tables.read(csv("a,b\n1,\"2\n3,4\n"))).key()).isEqualTo("table.quotes");
    }

    @Test
    void forty_thousand_real_codes_are_read_as_texts() {
        Table table = Tables.read(TableRequest.of(SharedData.file("china_nbs2023_towns.csv")));

        assertThat(table.rows()).hasSize(41_352);
        assertThat(table.rows().get(0).cells()).startsWith("110101001", "东华门街道");
    }

    @Test
    void numbers_of_a_workbook_are_plain_digits_and_dates_iso() throws IOException {
        Path file = workbook(sheet -> {
            List<Object> cells = List.of("id", "posts", "share", "since", "open", "code");
            for (int i = 0; i < cells.size(); i++) {
                sheet.value(0, i, (String) cells.get(i));
            }
            sheet.value(1, 0, "D01");
            sheet.value(1, 1, 12);
            sheet.value(1, 2, 0.1 + 0.2);
            sheet.value(1, 3, LocalDate.of(2021, 3, 4));
            sheet.style(1, 3).format("yyyy-mm-dd").set();
            sheet.value(1, 4, true);
            sheet.value(1, 5, 441581101L);
            sheet.value(3, 0, "D02");
        });

        Table table = Tables.read(TableRequest.of(file));

        assertThat(table.rows().get(0).cells())
                .containsExactly("D01", "12", "0.30000000000000004", "2021-03-04", "true", "441581101");
        assertThat(table.rows().get(1)).isEqualTo(new Table.Row(4, List.of("D02", "", "", "", "", "")));
        assertThat(table.encoding()).isEmpty();
    }

    @Test
    void one_of_several_sheets_has_to_be_named() throws IOException {
        Path file = folder.resolve("two.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("departments").value(0, 0, "id");
            workbook.newWorksheet("下沉人员").value(0, 0, "code");
        }
        TableRequest request = TableRequest.of(file);

        assertThat(Tables.names(request)).containsExactly("departments", "下沉人员");
        assertThat(Tables.read(request.withSheet("下沉人员")).columns()).containsExactly("code");
        assertThat(problem(() -> Tables.read(request)).text(Locale.ENGLISH)).contains("departments, 下沉人员");
        assertThat(problem(() -> Tables.read(request.withSheet("x"))).key()).isEqualTo("table.sheetUnknown");
    }

    @Test
    void a_formula_without_stored_value_is_told_by_its_cell() throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, "a");
            sheet.formula(1, 0, "1+1");
        });

        assertThat(problem(() -> Tables.read(TableRequest.of(file))).text(Locale.ENGLISH))
                .contains("row 2")
                .contains("A2");
    }

    @Test
    void stored_values_of_formulas_are_read_and_digits_of_texts_kept() throws IOException {
        Path file = sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>code</t></is></c>"
                + "<c r=\"B1\" t=\"inlineStr\"><is><t>posts</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>TEXT(17,\"0000\")</f><v>0017</v></c>"
                + "<c r=\"B2\"><f>1+1.5</f><v>2.5</v></c></row>");

        assertThat(Tables.read(TableRequest.of(file)).rows().get(0).cells()).containsExactly("0017", "2.5");
    }

    @Test
    void a_formula_that_fails_is_told_by_its_cell() throws IOException {
        Path file = sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>code</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>");

        assertThat(problem(() -> Tables.read(TableRequest.of(file))).text(Locale.ENGLISH))
                .contains("row 2, value “#DIV/0!”")
                .contains("A2");
    }

    @Test
    void a_workbook_cut_anywhere_ends_in_data_or_in_a_problem() throws IOException {
        Path file = workbook(sheet -> sheet.value(0, 0, "a"));
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 97) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThat(problem(() -> Tables.read(TableRequest.of(file))).text(Locale.ENGLISH))
                    .contains("a.xlsx");
        }
    }

    /** The least that makes a workbook, with rows as spreadsheet programs store them. */
    private Path sheet(String rows) throws IOException {
        Path file = folder.resolve("b.xlsx");
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packages = "http://schemas.openxmlformats.org/package/2006/relationships";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd"
                            + ".openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + packages + "\"><Relationship Id=\"r1\" Type=\"" + relations
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations
                            + "\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"" + packages
                            + "\"><Relationship Id=\"r1\" Type=\"" + relations
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private TableRequest csv(String text) {
        try {
            return TableRequest.of(Files.writeString(folder.resolve("a.csv"), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path workbook(Consumer<Worksheet> content) throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            content.accept(workbook.newWorksheet("departments"));
        }
        return file;
    }
}
