package org.zhenjie.gis.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.towns;
import static org.zhenjie.gis.support.TestLayers.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.geotools.api.data.DataStore;
import org.geotools.api.data.DataStoreFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhenjie.gis.support.TestLayers;

class StoreLookupTest {
    @TempDir
    Path folder;

    @Test
    void geotools_finds_each_store_by_the_parameters_of_its_own_plugins() throws IOException {
        Path shp = write(folder.resolve("towns.shp"), towns());
        Path gpkg = write(folder.resolve("towns.gpkg"), towns());
        Path json = write(folder.resolve("towns.geojson"), towns());

        assertThat(typeNames(Map.of("url", shp.toUri().toURL()))).containsExactly("towns");
        assertThat(typeNames(Map.of("dbtype", "geopkg", "database", gpkg.toFile())))
                .containsExactly("towns");
        assertThat(typeNames(Map.of("url", json.toUri().toURL()))).containsExactly("towns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"镇 街.shp", "镇 街.gpkg", "镇 街.geojson", "TOWNS.SHP"})
    void paths_with_odd_characters_lead_to_the_file(String name) throws IOException {
        Path odd = Files.createDirectories(folder.resolve("数据 100% #1 x=y & co"));

        assertThat(TestLayers.read(write(odd.resolve(name), towns()))).hasSize(3);
    }

    private static String[] typeNames(Map<String, ?> parameters) throws IOException {
        DataStore store = DataStoreFinder.getDataStore(parameters);
        assertThat(store).isNotNull();
        try {
            return store.getTypeNames();
        } finally {
            store.dispose();
        }
    }
}
