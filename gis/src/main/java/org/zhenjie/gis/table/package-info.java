/** Tables of text cells out of CSV and XLSX files. Knows no geometry and no meaning of columns. */
package org.zhenjie.gis.table;
