package org.zhenjie.gis.convert;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.derive.Dissolve;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.write.LayerWriter;
import org.zhenjie.gis.write.OutFeature;
import org.zhenjie.gis.write.OutField;
import org.zhenjie.gis.write.OutLayer;

/**
 * Areas joined by a field, such as the towns of a layer by county: one area for each value, in the order in which the values first
 * come, with the number of units and the sums that are asked for.
 *
 * @param from a layer of areas
 * @param to the file to write; its ending says the format
 * @param by the field; units without a value are joined too
 * @param sums fields to add up; nothing is added up unasked, since shares and codes have no sum
 */
public record Dissolving(LayerRequest from, Path to, String by, List<String> sums) {
    private static final String UNITS = "units";

    public Dissolving {
        sums = List.copyOf(sums);
    }

    /** The units of one value. */
    private static final class Group {
        private final List<BigDecimal> totals = new ArrayList<>();
        private long units;

        private Group(int sums) {
            for (int i = 0; i < sums; i++) {
                totals.add(BigDecimal.ZERO);
            }
        }
    }

    /**
     * Reads, joins and writes; the file appears whole or not at all.
     *
     * @return what people should know of the data read and of the file written
     * @throws InputException if the layer cannot be read, is not of areas, lacks a field, holds a text where a number is to be
     *     added up, or the file cannot be written
     */
    public List<Problem> run() {
        try (Layer layer = Layers.open(from)) {
            layer.field(by);
            sums.forEach(layer::field);
            List<Geometry> areas = new ArrayList<>();
            List<String> keys = new ArrayList<>();
            Map<String, Group> groups = new LinkedHashMap<>();
            layer.forEach((row, feature) -> {
                Geometry area = area(row, feature);
                String key = text(feature, by);
                areas.add(area);
                keys.add(key);
                add(groups.computeIfAbsent(key, any -> new Group(sums.size())), row, feature);
            });
            List<OutFeature> joined = new ArrayList<>();
            Dissolve.by(areas, keys).forEach((key, area) -> joined.add(feature(key, area, groups.get(key))));
            List<Problem> findings = new ArrayList<>(layer.findings());
            Crs.Described crs = new Crs.Described(layer.crs(), layer.crsCode());
            findings.addAll(LayerWriter.write(to, List.of(new OutLayer(by, crs, fields(), joined, Optional.empty()))));
            return findings;
        }
    }

    private Geometry area(long row, SimpleFeature feature) {
        if (feature.getDefaultGeometry() instanceof Geometry geometry && geometry.getDimension() == 2) {
            return geometry;
        }
        throw new InputException(Problem.error(
                BUNDLE, "dissolve.noArea", Where.file(from.shownAs()).row(row)));
    }

    private void add(Group group, long row, SimpleFeature feature) {
        group.units++;
        for (int i = 0; i < sums.size(); i++) {
            group.totals.set(i, group.totals.get(i).add(number(row, feature, sums.get(i))));
        }
    }

    private BigDecimal number(long row, SimpleFeature feature, String field) {
        String text = text(feature, field);
        try {
            return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new InputException(
                    Problem.error(
                            BUNDLE,
                            "value.notNumber",
                            Where.file(from.shownAs()).row(row).field(field).value(text)),
                    e);
        }
    }

    private static String text(SimpleFeature feature, String field) {
        Object value = feature.getAttribute(field);
        return value == null ? "" : value.toString().strip();
    }

    private List<OutField> fields() {
        List<OutField> fields = new ArrayList<>();
        fields.add(new OutField(by, String.class));
        fields.add(new OutField(UNITS, Long.class));
        sums.forEach(sum -> fields.add(new OutField(sum, Double.class)));
        return fields;
    }

    private static OutFeature feature(String key, Geometry area, Group group) {
        List<Object> values = new ArrayList<>();
        values.add(key);
        values.add(group.units);
        group.totals.forEach(total -> values.add(total.doubleValue()));
        return new OutFeature(area, values);
    }
}
