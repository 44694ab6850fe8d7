package org.zhenjie.gis.report;

import java.util.Optional;
import org.zhenjie.gis.codes.OfficialCodes;
import org.zhenjie.gis.coverage.Tolerances;

/**
 * How a layer of units is checked.
 *
 * @param tolerances from where on something is a finding
 * @param codes official table to hold codes and names against
 * @param codeField field with the units' codes; empty = one of a usual name, where there is one
 * @param nameField field with the units' names; empty = one of a usual name, where there is one
 * @param countyField field with the code of the units' county; empty = one of a usual name, where there is one
 */
public record CheckOptions(
        Tolerances tolerances,
        Optional<OfficialCodes> codes,
        Optional<String> codeField,
        Optional<String> nameField,
        Optional<String> countyField) {
    /** The default tolerances, no official table, fields of usual names. */
    public static final CheckOptions DEFAULT = new CheckOptions(
            Tolerances.DEFAULT, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The same with an official table. */
    public CheckOptions withCodes(OfficialCodes table) {
        return new CheckOptions(tolerances, Optional.of(table), codeField, nameField, countyField);
    }
}
