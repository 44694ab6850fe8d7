package org.zhenjie.scenarios.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study.Norm;
import org.zhenjie.scenarios.study.Study.Platform;
import org.zhenjie.scenarios.study.TownKind;

/**
 * What the generator takes from the sample's own {@code study.yaml}, so that the norms stand in one place only. The file is
 * ours and checked by tests: what is missing in it is a fault of the program.
 *
 * @param crs code of the study's metric CRS
 */
record Template(String crs, List<Platform> platforms, List<Norm> norms) {

    static Template of(String yaml) {
        try {
            JsonNode root = new YAMLMapper().readTree(yaml);
            List<Platform> platforms = new ArrayList<>();
            root.get("platforms").forEach(node -> platforms.add(platform(node)));
            List<Norm> norms = new ArrayList<>();
            root.get("norms").forEach(node -> norms.add(norm(node)));
            return new Template(root.get("crs").asText(), platforms, norms);
        } catch (IOException e) {
            throw new IllegalStateException("The sample's study.yaml does not parse", e);
        }
    }

    private static Platform platform(JsonNode node) {
        JsonNode name = node.get("name");
        return new Platform(
                node.get("id").asText(),
                new Name(name.get("zh").asText(), name.get("en").asText()),
                Set.of());
    }

    private static Norm norm(JsonNode node) {
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        node.path("rates").properties().forEach(rate -> rates.put(rate.getKey(), number(rate.getValue())));
        return new Norm(
                Optional.ofNullable(node.get("kind")).map(JsonNode::asText).map(TownKind::valueOf),
                Optional.ofNullable(node.get("in_zone")).map(JsonNode::asBoolean),
                node.get("platform").asText(),
                number(node.get("base")),
                rates,
                node.path("least").asInt(0),
                node.path("most").asInt(Integer.MAX_VALUE));
    }

    private static BigDecimal number(JsonNode node) {
        return new BigDecimal(node.asText());
    }
}
