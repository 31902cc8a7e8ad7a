package org.weimin.demo.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.weimin.kernel.PersonId;

/** 已知真相文件: {@code known-truth.csv} in the home lists everything that was planted. */
final class TruthFile {
    private TruthFile() {}

    static void write(Path file, List<Truth> truths) {
        var text = new StringBuilder("﻿kind,household,head,place,on,note,matter,person\n");
        for (Truth truth : truths) {
            text.append(truth.kind()).append(',');
            text.append(truth.family().id()).append(',');
            text.append(truth.name()).append(',');
            text.append(truth.family().place()).append(',');
            text.append(truth.on()).append(',');
            text.append(truth.note()).append(',');
            text.append(truth.matter()).append(',');
            text.append(truth.person().map(PersonId::toString).orElse("")).append('\n');
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
