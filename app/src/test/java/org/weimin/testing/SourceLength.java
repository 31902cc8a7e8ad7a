package org.weimin.testing;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Counts lines as a reader sees them: 400 for a file, 60 for a method, 120 signs across. */
public final class SourceLength {
    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 60;
    private static final int LONGEST_LINE = 120;

    private SourceLength() {}

    public static List<String> complaints(Path file) throws IOException {
        String source = Files.readString(file);
        var complaints = new ArrayList<String>();
        if (source.lines().count() > LONGEST_FILE) {
            complaints.add(file.getFileName() + " has " + source.lines().count() + " lines");
        }
        source.lines()
                .filter(line -> line.codePointCount(0, line.length()) > LONGEST_LINE)
                .forEach(line -> complaints.add(file.getFileName() + " has a long line: " + line.strip()));
        complaints.addAll(longMethods(file, source));
        return complaints;
    }

    private static List<String> longMethods(Path file, String source) throws IOException {
        var complaints = new ArrayList<String>();
        var unit = new SimpleJavaFileObject(URI.create("string:///" + file.getFileName()), Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(unit));
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        for (CompilationUnitTree tree : task.parse()) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitMethod(MethodTree method, Void nothing) {
                    long from = tree.getLineMap().getLineNumber(positions.getStartPosition(tree, method));
                    long through = tree.getLineMap().getLineNumber(positions.getEndPosition(tree, method));
                    if (through - from >= LONGEST_METHOD) {
                        complaints.add("%s: %s has %d lines"
                                .formatted(file.getFileName(), method.getName(), through - from + 1));
                    }
                    return super.visitMethod(method, nothing);
                }
            }.scan(tree, null);
        }
        return complaints;
    }
}
