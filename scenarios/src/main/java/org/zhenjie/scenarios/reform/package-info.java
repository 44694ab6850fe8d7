/** Reforms and scenarios: each reform takes a study and gives a new one. Nothing here solves or draws. */
package org.zhenjie.scenarios.reform;
