package org.weimin.spark;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import org.apache.spark.sql.types.StructType;

/** The columns of the Parquet files that go in and come out; {@code docs/how/scale.md} describes them. */
final class Shapes {
    /** A member: an id, and facts by name, each as the text that the facts dictionary reads. */
    static final StructType MEMBER =
            new StructType().add("person", StringType).add("facts", createMapType(StringType, StringType));

    /** One row is one household. */
    static final StructType HOUSEHOLD = new StructType()
            .add("household", StringType)
            .add("place", StringType)
            .add("facts", createMapType(StringType, StringType))
            .add("members", createArrayType(MEMBER));

    /** One row is one matter's answer for a household, or for a person of it. Amounts are fen a month, or once. */
    static final StructType ANSWER = new StructType()
            .add("matter", StringType)
            .add("household", StringType)
            .add("person", StringType)
            .add("place", StringType)
            .add("status", StringType)
            .add("reason", StringType)
            .add("missing", createArrayType(StringType))
            .add(
                    "grants",
                    createArrayType(new StructType().add("grant", IntegerType).add("fen", LongType)));

    private Shapes() {}
}
