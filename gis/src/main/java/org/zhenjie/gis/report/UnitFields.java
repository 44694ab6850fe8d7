package org.zhenjie.gis.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeature;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.layer.Layer;

/** Which fields of a layer hold codes and names: as the user says, else by names that are usual for them. */
record UnitFields(Optional<String> code, Optional<String> name, Optional<String> county) {
    private static final List<String> CODE = List.of(
            "code", "town_code", "towncode", "xzqdm", "xzqhdm", "qhdm", "xzdm", "adcode", "代码", "行政区划代码", "区划代码");
    private static final List<String> NAME =
            List.of("name", "town_name", "townname", "xzqmc", "qhmc", "xzmc", "mc", "名称", "行政区划名称", "乡镇名称");
    private static final List<String> COUNTY = List.of("county_code", "countycode", "xjdm", "county", "县代码", "县级代码");

    /** @throws org.zhenjie.gis.problem.InputException if a field that the user named is not there */
    static UnitFields of(Layer layer, CheckOptions options) {
        return new UnitFields(
                field(layer, options.codeField(), CODE),
                field(layer, options.nameField(), NAME),
                field(layer, options.countyField(), COUNTY));
    }

    private static Optional<String> field(Layer layer, Optional<String> named, List<String> usual) {
        if (named.isPresent()) {
            return Optional.of(layer.field(named.get()).name());
        }
        List<String> fields = layer.fields().stream().map(Field::name).toList();
        return usual.stream()
                .flatMap(name -> fields.stream()
                        .filter(field -> field.toLowerCase(Locale.ROOT).equals(name)))
                .findFirst();
    }

    /** The text of a field, without surrounding blanks; codes kept as numbers are whole. */
    static String text(SimpleFeature feature, Optional<String> field) {
        Object value = field.map(feature::getAttribute).orElse(null);
        if (value == null) {
            return "";
        }
        boolean whole = value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole
                ? String.valueOf(((Double) value).longValue())
                : value.toString().strip();
    }
}
