package org.weimin.casework.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.weimin.kernel.Refused;
import org.weimin.shell.Texts;

/**
 * 流程: the order of steps that a pack's {@code process.bpmn} draws. Only start, user tasks, exclusive gateways on
 * {@code outcome == '…'} and ends exist; anything else was refused when the file was read (ADR 0002).
 */
public final class Course {
    /** What a node is. */
    public enum Kind {
        START,
        TASK,
        GATEWAY,
        END
    }

    /** One node with its place on the sheet; {@code law} is the clause that asks for the step. */
    public record Node(String id, Kind kind, String name, String law, int x, int y, int width, int height) {
        /** In the language of the request. */
        public String label() {
            return Texts.either(name, Texts.t("casework.step." + id));
        }
    }

    /** One arrow; {@code outcome} is empty where it is always taken. */
    public record Flow(String id, String from, String to, Optional<String> outcome, List<Point> way) {}

    /** A point on the sheet. */
    public record Point(int x, int y) {}

    private final List<Node> nodes;
    private final List<Flow> flows;
    private final Map<String, Node> byId;
    private final Map<String, List<Flow>> leaving;

    Course(List<Node> nodes, List<Flow> flows) {
        this.nodes = List.copyOf(nodes);
        this.flows = List.copyOf(flows);
        this.byId = nodes.stream().collect(Collectors.toUnmodifiableMap(Node::id, Function.identity()));
        this.leaving = flows.stream().collect(Collectors.groupingBy(Flow::from));
        checkShape();
    }

    public static Course parse(String bpmn) {
        return new CourseReader(bpmn).read();
    }

    public List<Node> nodes() {
        return nodes;
    }

    public List<Flow> flows() {
        return flows;
    }

    public List<Node> tasks() {
        return nodes.stream().filter(node -> node.kind() == Kind.TASK).toList();
    }

    /** The first user task. */
    public Node first() {
        Node start = nodes.stream()
                .filter(node -> node.kind() == Kind.START)
                .findFirst()
                .orElseThrow();
        return follow(start, "");
    }

    /** What comes after a task that ended with this outcome: the next user task, or the end. */
    public Node next(String task, String outcome) {
        Node done = byId.get(task);
        if (done == null || done.kind() != Kind.TASK) {
            throw new IllegalArgumentException("No user task " + task + " in this process");
        }
        return follow(done, outcome);
    }

    /** The tasks one after the other, each ended by the outcome that is named for it; none is met twice. */
    public List<Node> line(UnaryOperator<String> outcome) {
        var line = new ArrayList<Node>();
        Node at = first();
        while (at.kind() == Kind.TASK && !line.contains(at)) {
            line.add(at);
            at = next(at.id(), outcome.apply(at.id()));
        }
        return line;
    }

    /** How a step ends on the way to a decision: granted, refused or stopped. */
    public static String outcome(String step, String decided) {
        return switch (step) {
            case "accept", "assess", "visit" -> decided.equals("granted") ? "entitled" : "not-entitled";
            case "review" -> "passed";
            case "publicity" -> "quiet";
            case "hear" -> "heard";
            case "first-review" -> "agreed";
            case "wait" -> "over";
            case "decide" -> decided;
            default -> "";
        };
    }

    /** Whether some outcome of the task leads straight to the other one. */
    public boolean leads(String task, String to) {
        return leaving.getOrDefault(task, List.of()).stream()
                .map(flow -> node(flow.to()))
                .anyMatch(at -> at.id().equals(to) || (at.kind() == Kind.GATEWAY && leads(at.id(), to)));
    }

    private Node follow(Node from, String outcome) {
        Node at = from;
        do {
            Flow taken = choose(at, outcome);
            at = node(taken.to());
        } while (at.kind() == Kind.GATEWAY);
        return at;
    }

    private Flow choose(Node at, String outcome) {
        List<Flow> ways = leaving.getOrDefault(at.id(), List.of());
        return ways.stream()
                .filter(flow -> flow.outcome().filter(outcome::equals).isPresent())
                .findFirst()
                .or(() -> ways.stream().filter(flow -> flow.outcome().isEmpty()).findFirst())
                .orElseThrow(() -> new IllegalArgumentException("No way out of " + at.id() + " for " + outcome));
    }

    private Node node(String id) {
        Node found = byId.get(id);
        if (found == null) {
            throw new Refused("casework.process.no-such-node", id);
        }
        return found;
    }

    private void checkShape() {
        if (nodes.stream().filter(node -> node.kind() == Kind.START).count() != 1) {
            throw new Refused("casework.process.one-start");
        }
        flows.forEach(flow -> {
            node(flow.from());
            node(flow.to());
        });
        for (Node node : nodes) {
            checkWaysOut(node, leaving.getOrDefault(node.id(), List.of()));
        }
        Set<String> reached = reachedFrom(first().id());
        nodes.stream()
                .filter(node -> node.kind() == Kind.TASK && !reached.contains(node.id()))
                .findFirst()
                .ifPresent(node -> {
                    throw new Refused("casework.process.unreachable", node.id());
                });
    }

    private static void checkWaysOut(Node node, List<Flow> ways) {
        boolean right = switch (node.kind()) {
            case START, TASK -> ways.size() == 1 && ways.getFirst().outcome().isEmpty();
            case GATEWAY -> ways.size() > 1 && conditionsDiffer(ways);
            case END -> ways.isEmpty();
        };
        if (!right) {
            throw new Refused("casework.process.ways-out", node.id());
        }
    }

    private static boolean conditionsDiffer(List<Flow> ways) {
        return ways.stream().map(Flow::outcome).distinct().count() == ways.size();
    }

    private Set<String> reachedFrom(String first) {
        var reached = new HashSet<String>();
        visit(first, reached);
        return reached;
    }

    private void visit(String id, Set<String> reached) {
        if (reached.add(id)) {
            leaving.getOrDefault(id, List.of()).forEach(flow -> visit(flow.to(), reached));
        }
    }
}
