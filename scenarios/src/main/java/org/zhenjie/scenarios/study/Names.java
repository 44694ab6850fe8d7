package org.zhenjie.scenarios.study;

import org.zhenjie.scenarios.yaml.YamlMap;

/** Reads names: {@code {zh: ..., en: ...}}, or one text for both. */
public final class Names {
    private Names() {}

    /** The name under a key that has to be there. */
    public static Name read(YamlMap map, String key) {
        if (!map.has(key) || map.isScalar(key)) {
            String both = map.text(key);
            return new Name(both, both);
        }
        YamlMap names = map.map(key);
        Name name = new Name(names.text("zh"), names.text("en"));
        names.done();
        return name;
    }
}
