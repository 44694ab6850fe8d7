/**
 * The thematic map: what it shows ({@link org.zhenjie.scenarios.map.ThematicMap}), how values become colours
 * ({@link org.zhenjie.scenarios.map.Classification}) and how it is drawn ({@link org.zhenjie.scenarios.map.MapPainter},
 * {@link org.zhenjie.scenarios.map.MapSheet}), for the desktop and for printed maps alike. Java2D only: no windows, no
 * components, no solving, no reading of studies.
 */
package org.zhenjie.scenarios.map;
