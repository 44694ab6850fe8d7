/**
 * A scenario rolled forward over years: loans that come back, people who retire, reforms with a date. No file format and no screen.
 */
package org.zhenjie.scenarios.years;
