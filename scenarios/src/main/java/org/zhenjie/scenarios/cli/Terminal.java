package org.zhenjie.scenarios.cli;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * Where one call reads its language from and writes to.
 *
 * @param out results
 * @param err progress and notices
 * @param locale language where the call names none
 * @param interactive whether people watch {@code err}, so that a line may be drawn over
 */
record Terminal(PrintWriter out, PrintWriter err, Locale locale, boolean interactive) {}
