package org.zhenjie.scenarios.study;

import org.zhenjie.gis.problem.Where;

/** Something read, and where people wrote it. */
record Located<T>(T value, Where where) {}
