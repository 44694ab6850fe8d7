/**
 * What a user's data or call can get wrong, as data: a key into a message bundle, where it is, and the arguments.
 * Every module may use it with a bundle of its own. Nothing that reads or writes files may enter.
 */
package org.zhenjie.gis.problem;
