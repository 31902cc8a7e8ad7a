package org.weimin.bench;

import com.gs.dmn.DMNModelRepository;
import com.gs.dmn.dialect.JavaTimeDMNDialectDefinition;
import com.gs.dmn.log.NopBuildLogger;
import com.gs.dmn.runtime.ExecutionContextBuilder;
import com.gs.dmn.runtime.interpreter.EvaluationContext;
import com.gs.dmn.serialization.DefaultTypeDeserializationConfigurer;
import com.gs.dmn.transformation.InputParameters;
import com.gs.dmn.transformation.NopDMNTransformer;
import com.gs.dmn.transformation.lazy.NopLazyEvaluationDetector;
import com.gs.dmn.transformation.template.TreeTemplateProvider;
import com.gs.dmn.validation.NopDMNValidator;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * jDMN from the same file: interpreted as the file stands, and translated to Java without the annotations of the
 * tables, which its translator takes for expressions.
 */
final class Jdmn {
    private static final String PACKAGE = "translated";
    private final String rules;
    private final JavaTimeDMNDialectDefinition dialect = new JavaTimeDMNDialectDefinition();

    Jdmn(String rules) {
        this.rules = rules;
    }

    /** What a decision says; nothing for a list without elements too. */
    interface Decision {
        Optional<Object> of(Map<String, Object> facts);
    }

    Decision interpreted(String decision) {
        var parameters = new InputParameters();
        var model =
                dialect.createDMNSerializer(new NopBuildLogger(), parameters).readModel(new StringReader(rules));
        var repository = new DMNModelRepository(model);
        var interpreter = dialect.createDMNInterpreter(repository, parameters);
        var element = repository.findDRGElementByName(decision);
        return facts -> Optional.ofNullable(com.gs.dmn.runtime.interpreter.Result.value(interpreter.evaluateDecision(
                model.getNamespace(), decision, EvaluationContext.makeDecisionEvaluationContext(element, facts))));
    }

    Decision translated(String decision) {
        try {
            var loader =
                    new URLClassLoader(new java.net.URL[] {compiled().toUri().toURL()});
            var translated =
                    loader.loadClass(PACKAGE + "." + Character.toUpperCase(decision.charAt(0)) + decision.substring(1));
            var member = loader.loadClass(PACKAGE + ".type.TMember").getMethod("toTMember", Object.class);
            Object instance = translated.getConstructor().newInstance();
            Method apply = Arrays.stream(translated.getMethods())
                    .filter(method -> method.getName().equals("apply"))
                    .max(Comparator.comparingInt(Method::getParameterCount))
                    .orElseThrow();
            return facts -> Optional.ofNullable(invoke(apply, instance, arguments(apply, member, facts)));
        } catch (IOException | ReflectiveOperationException unfit) {
            throw new IllegalStateException(unfit);
        }
    }

    private static Object[] arguments(Method apply, Method member, Map<String, Object> facts) {
        return Arrays.stream(apply.getParameters())
                .map(parameter -> switch (parameter.getName()) {
                    case "context_" ->
                        ExecutionContextBuilder.executionContext().build();
                    case "members" -> {
                        var members = new ArrayList<Object>();
                        ((List<?>) facts.getOrDefault("members", List.of()))
                                .forEach(each -> members.add(invoke(member, Jdmn.class, each)));
                        yield members;
                    }
                    default -> facts.get(parameter.getName());
                })
                .toArray();
    }

    private static Object invoke(Method method, Object on, Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The folder of the classes. */
    private Path compiled() throws IOException {
        Path folder = Files.createTempDirectory("jdmn");
        Path file = folder.resolve("rules.dmn");
        Files.writeString(file, rules.replaceAll("(?s)<annotationEntry>.*?</annotationEntry>|<annotation [^>]*/>", ""));
        dialect.createDMNToNativeTransformer(
                        new NopDMNValidator(),
                        new NopDMNTransformer<>(),
                        new TreeTemplateProvider(),
                        new NopLazyEvaluationDetector(),
                        new DefaultTypeDeserializationConfigurer(),
                        new InputParameters(Map.of(
                                "javaRootPackage",
                                PACKAGE,
                                "dmnVersion",
                                "1.3",
                                "modelVersion",
                                "1",
                                "platformVersion",
                                "1")),
                        new NopBuildLogger())
                .transform(file, folder);
        var options = new ArrayList<>(List.of(
                "-proc:none",
                "-nowarn",
                "-parameters",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString()));
        try (Stream<Path> files = Files.walk(folder)) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(options::add);
        }
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
        if (failed != 0) {
            throw new IllegalStateException("The translated rules do not compile");
        }
        return folder;
    }
}
