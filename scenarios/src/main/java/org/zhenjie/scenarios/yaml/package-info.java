/**
 * YAML files of people, read strictly: every key known, every value of its type, all mistakes collected with their lines.
 * Knows no key of any particular file.
 */
package org.zhenjie.scenarios.yaml;
