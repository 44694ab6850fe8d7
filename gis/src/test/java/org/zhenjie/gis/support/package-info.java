/** What tests share: GDAL as a peer, real data beside the checkout, small layers to write. */
package org.zhenjie.gis.support;
