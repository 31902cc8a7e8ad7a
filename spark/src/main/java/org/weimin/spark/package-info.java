/**
 * The screening of a population on an Apache Spark cluster: the same compiled rules over Parquet. It reads and writes
 * files, knows no database, and decides nothing.
 */
@NullMarked
package org.weimin.spark;

import org.jspecify.annotations.NullMarked;
