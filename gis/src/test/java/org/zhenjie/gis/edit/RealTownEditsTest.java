package org.zhenjie.gis.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.support.SharedData;

/** Edits of 368 real towns, with islands, crooked borders and villages of people. */
class RealTownEditsTest {
    private static Coverage towns() {
        Map<String, Geometry> units = new LinkedHashMap<>();
        try (Layer layer = Layers.open(LayerRequest.of(SharedData.townships()))) {
            GeometryTransform metres = layer.to("EPSG:3826");
            layer.forEach((number, feature) ->
                    units.put("T" + number, metres.apply((Geometry) feature.getDefaultGeometry())));
        }
        return new Coverage(units);
    }

    @Test
    void edits_and_undos_of_real_towns_leave_area_and_borders_as_they_were() {
        Coverage start = towns();
        double oneSide = EditProperties.lengthOfOneSide(start);
        EditProperties.Hand hand = new EditProperties.Hand(11);
        Deque<Edit> undos = new ArrayDeque<>();
        Coverage coverage = start;
        for (int i = 0; i < 25; i++) {
            Optional<Edited> edited = tried(coverage, hand.edit(coverage));
            if (edited.isPresent()) {
                coverage = edited.get().coverage();
                undos.push(edited.get().undo());
                assertThat(coverage.area()).isCloseTo(start.area(), within(1.0));
            }
        }
        assertThat(undos).hasSizeGreaterThan(5);
        // a border that was not matched before does not become longer
        assertThat(EditProperties.lengthOfOneSide(coverage)).isCloseTo(oneSide, within(1.0));
        for (Edit undo : List.copyOf(undos)) {
            coverage = Edits.apply(coverage, undo, People.EVENLY).coverage();
        }
        assertThat(coverage).isEqualTo(start);
    }

    private static Optional<Edited> tried(Coverage coverage, Edit edit) {
        try {
            return Optional.of(Edits.apply(coverage, edit, People.EVENLY));
        } catch (InputException refused) {
            return Optional.empty();
        }
    }
}
