package org.zhenjie.scenarios.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.report.FileReport;
import org.zhenjie.gis.report.LayerReport;

/** What is in one file of geodata, and what is wrong with it. */
final class FileText {
    private static final MathContext DIGITS = new MathContext(9);

    private final Call call;
    private final CliTexts texts;
    private final Figures figures;

    FileText(Call call) {
        this.call = call;
        this.texts = call.texts();
        this.figures = new Figures(call.locale());
    }

    void print(FileReport report) {
        call.print(texts.get(
                "file.title", report.file(), report.format(), report.layers().size()));
        report.layers().forEach(this::layer);
        call.print("");
        report.found().forEach(new FindingsText(call)::print);
        if (report.findings().isEmpty()) {
            call.print(texts.get("check.clean"));
        }
        report.findings().forEach(finding -> call.print(call.line(finding)));
    }

    private void layer(LayerReport layer) {
        boolean places = !layer.geometryTypes().isEmpty();
        call.print("");
        call.print(layer.name());
        line(places ? "file.features" : "file.rows", figures.whole(layer.count()));
        if (places) {
            line(
                    "file.types",
                    layer.geometryTypes().entrySet().stream()
                            .map(type -> type.getKey() + " " + figures.whole(type.getValue()))
                            .collect(Collectors.joining(", ")));
            line("file.crs", layer.crs().orElse(texts.get("file.unknown")));
        }
        layer.encoding().ifPresent(encoding -> line("file.encoding", encoding(encoding)));
        layer.bounds().ifPresent(bounds -> line("file.bounds", bounds(bounds)));
        line("file.fields", layer.fields().stream().map(FileText::field).collect(Collectors.joining(", ")));
    }

    private void line(String key, String value) {
        call.print("  " + texts.get(key) + " " + value);
    }

    private String encoding(Encoding encoding) {
        return encoding.name() + " (" + texts.get("encoding." + encoding.how()) + ")";
    }

    private static String bounds(Envelope bounds) {
        return number(bounds.getMinX()) + " " + number(bounds.getMinY()) + "  –  " + number(bounds.getMaxX()) + " "
                + number(bounds.getMaxY());
    }

    private static String number(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String field(Field field) {
        return field.name() + ":" + field.type().getSimpleName();
    }
}
