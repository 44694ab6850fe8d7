/**
 * Geographic data in, checked, mended, and out: files to features through GeoTools, features to files, and what is
 * derived from geometry alone. Knows units as features; no quotas, no plans, no screens.
 */
package org.zhenjie.gis;
