package org.zhenjie.gis.layer;

/**
 * An attribute of a layer's features.
 *
 * @param name as the file writes it
 * @param type {@code String}, {@code Integer}, {@code Long}, {@code Double}, {@code Boolean}, {@code java.sql.Date} or
 *     {@code byte[]}
 */
public record Field(String name, Class<?> type) {}
