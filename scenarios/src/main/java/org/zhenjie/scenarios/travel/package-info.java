/**
 * How far it is from one place of a study to another: straight, over roads, or as a table says. One way to measure for staff
 * who travel and for people who need a service. Knows places, not towns; nothing here reads files.
 */
package org.zhenjie.scenarios.travel;
