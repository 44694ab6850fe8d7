package org.zhenjie.gis.layer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.geotools.api.data.DataStore;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.problem.Problem;

/** What the data stores of this module can say beyond GeoTools' interface. A store of another maker says nothing here. */
public interface DescribedStore extends DataStore {
    /** The charset that texts of a layer are read with, where the format leaves a choice. */
    Optional<Encoding> encoding(String typeName) throws IOException;

    /** The code of a layer's CRS, or its name where it has none; empty where the file does not say. */
    Optional<String> crsCode(String typeName) throws IOException;

    /** What people should know of a layer beyond its features: assumptions made, marks that contradict each other. */
    List<Problem> findings(String typeName) throws IOException;
}
