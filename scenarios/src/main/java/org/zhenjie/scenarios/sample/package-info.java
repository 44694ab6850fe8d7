/**
 * The generator of sample studies: a city on the coast with real names and made boundaries, posts and people. The same
 * seed gives the same bytes. Nothing outside this package depends on what it makes; it reads no study and solves nothing.
 */
package org.zhenjie.scenarios.sample;
