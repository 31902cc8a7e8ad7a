package org.weimin.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.weimin.engine.Packs;

/**
 * 集群筛查: {@code spark-submit --class org.weimin.spark.ScreenJob … PACKS AS_OF IN OUT}. Reads households as Parquet,
 * writes every matter's answer as Parquet, by matter; the cluster is the submitter's choice.
 */
public final class ScreenJob {
    private static final int ARGUMENTS = 4;

    private ScreenJob() {}

    public static void main(String[] args) throws IOException {
        if (args.length != ARGUMENTS) {
            throw new IllegalArgumentException(
                    "PACKS AS_OF IN OUT: the packs folder, the day, the files to read and write");
        }
        try (SparkSession spark =
                SparkSession.builder().appName("weimin-screen").getOrCreate()) {
            Packs packs = Packs.read(Path.of(args[0]));
            answers(spark.read().schema(Shapes.HOUSEHOLD).parquet(args[2]), packs, LocalDate.parse(args[1]))
                    .write()
                    .mode(SaveMode.ErrorIfExists)
                    .partitionBy("matter")
                    .parquet(args[3]);
        }
    }

    /** Every matter's answer for every household or person. */
    static Dataset<Row> answers(Dataset<Row> households, Packs packs, LocalDate asOf) {
        return households.mapPartitions(
                new Judging(Law.of(List.copyOf(packs.list()), asOf)), Encoders.row(Shapes.ANSWER));
    }
}
