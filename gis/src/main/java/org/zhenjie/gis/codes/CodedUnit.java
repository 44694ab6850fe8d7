package org.zhenjie.gis.codes;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A unit by its attributes.
 *
 * @param code as the layer has it, without surrounding blanks; empty where there is none
 * @param name as the layer has it; empty where there is none
 * @param county code of its county, where the layer says
 * @param geometry its area; may be empty
 */
public record CodedUnit(String code, String name, Optional<String> county, Geometry geometry) {}
