/**
 * The tables of the four departments (organization, establishment, finance, human resources) joined by unit code, and what they
 * disagree on. Reads no files and prints nothing; knows no geometry and no plan.
 */
package org.zhenjie.scenarios.join;
