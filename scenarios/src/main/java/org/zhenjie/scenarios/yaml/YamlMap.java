package org.zhenjie.scenarios.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;

/**
 * One mapping of a YAML file. Accessors report what is wrong and then answer with a harmless stand-in, so that reading goes
 * on and people hear of everything at once; {@link #done} reports keys that nobody asked for.
 */
public final class YamlMap {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,10}");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d{1,12}(\\.\\d{0,9})?|\\.\\d{1,9})([eE][+-]?\\d{1,2})?");

    // a coordinate has more digits behind the point than people write elsewhere
    private static final Pattern PLACE = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{0,20})?");

    private final Where file;
    private final String path;
    private final Problems problems;
    private final long line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    YamlMap(MappingNode node, Where file, String path, Problems problems) {
        this(node, lineOf(node), file, path, problems);
    }

    private YamlMap(MappingNode node, long line, Where file, String path, Problems problems) {
        this.file = file;
        this.path = path;
        this.problems = problems;
        this.line = line;
        for (NodeTuple tuple : node.getValue()) {
            Node key = tuple.getKeyNode();
            if (!(key instanceof ScalarNode scalar)) {
                problems.error("yaml.key", file.row(lineOf(key)).field(path));
            } else if (values.put(scalar.getValue(), tuple.getValueNode()) != null) {
                problems.error("yaml.keyTwice", file.row(lineOf(key)).field(under(scalar.getValue())));
            } else {
                lines.put(scalar.getValue(), lineOf(key));
            }
        }
    }

    /** Where the mapping begins: the line of its key where it has one. */
    public Where where() {
        return path.isEmpty() ? file.row(line) : file.row(line).field(path);
    }

    /** Where a key stands, with its value where that is a scalar; where the mapping begins if the key is absent. */
    public Where where(String key) {
        Where place = file.row(lines.getOrDefault(key, line)).field(under(key));
        return values.get(key) instanceof ScalarNode scalar ? place.value(scalar.getValue()) : place;
    }

    /** The keys in the order of the file. */
    public Set<String> keys() {
        return new LinkedHashSet<>(values.keySet());
    }

    /** Whether the key is there and not null. */
    public boolean has(String key) {
        asked.add(key);
        Node node = values.get(key);
        return node != null && !Tag.NULL.equals(node.getTag());
    }

    /** A text that has to be there and not blank. */
    public String text(String key) {
        return optionalText(key).orElseGet(() -> {
            if (!has(key)) {
                missing(key);
            }
            return "";
        });
    }

    /** A text that may be left out, but not blank. */
    public Optional<String> optionalText(String key) {
        return scalar(key).flatMap(value -> {
            if (value.isBlank()) {
                problems.error("yaml.blank", where(key));
                return Optional.empty();
            }
            return Optional.of(value.strip());
        });
    }

    /** A whole number that has to be there, within limits. */
    public int whole(String key, int least, int most) {
        return optionalWhole(key, least, most).orElseGet(() -> {
            if (!has(key)) {
                missing(key);
            }
            return least;
        });
    }

    /** A whole number that may be left out, within limits. */
    public OptionalInt optionalWhole(String key, int least, int most) {
        Optional<String> text = scalar(key);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (WHOLE.matcher(text.get()).matches()) {
            long value = Long.parseLong(text.get());
            if (value >= least && value <= most) {
                return OptionalInt.of((int) value);
            }
        }
        problems.error("number.whole", where(key), least, most);
        return OptionalInt.empty();
    }

    /** A decimal number that has to be there, within limits. */
    public BigDecimal decimal(String key, String least, String most) {
        return optionalDecimal(key, least, most).orElseGet(() -> {
            if (!has(key)) {
                missing(key);
            }
            return new BigDecimal(least);
        });
    }

    /** A decimal number that may be left out, within limits. */
    public Optional<BigDecimal> optionalDecimal(String key, String least, String most) {
        Optional<String> text = scalar(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (DECIMAL.matcher(text.get()).matches()) {
            BigDecimal value = new BigDecimal(text.get());
            if (value.compareTo(new BigDecimal(least)) >= 0 && value.compareTo(new BigDecimal(most)) <= 0) {
                return Optional.of(value);
            }
        }
        problems.error("number.decimal", where(key), least, most);
        return Optional.empty();
    }

    /** {@code true} or {@code false}, or left out. */
    public Optional<Boolean> flag(String key) {
        Optional<String> text = scalar(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.get().equals("true") || text.get().equals("false")) {
            return Optional.of(Boolean.valueOf(text.get()));
        }
        problems.error("yaml.flag", where(key));
        return Optional.empty();
    }

    /** One of a closed set, or left out. */
    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        return scalar(key).flatMap(text -> constant(text, type, where(key)));
    }

    /** Texts in a list, in order; a key that is left out gives none. */
    public List<String> texts(String key) {
        List<String> found = new ArrayList<>();
        for (Node node : sequence(key)) {
            Where place = file.row(lineOf(node)).field(under(key));
            if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                found.add(scalar.getValue().strip());
            } else {
                problems.error("yaml.listOfTexts", place);
            }
        }
        return found;
    }

    /** A mapping that has to be there. */
    public YamlMap map(String key) {
        return optionalMap(key).orElseGet(() -> {
            if (!has(key)) {
                missing(key);
            }
            return empty(key);
        });
    }

    /** A mapping that may be left out. */
    public Optional<YamlMap> optionalMap(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (values.get(key) instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(mapping, lines.getOrDefault(key, line), file, under(key), problems));
        }
        problems.error("yaml.mapping", where(key));
        return Optional.empty();
    }

    /** Mappings in a list, in order; a key that is left out gives none. */
    public List<YamlMap> maps(String key) {
        List<YamlMap> found = new ArrayList<>();
        int number = 0;
        for (Node node : sequence(key)) {
            String item = under(key) + "[" + ++number + "]";
            if (node instanceof MappingNode mapping) {
                found.add(new YamlMap(mapping, file, item, problems));
            } else {
                problems.error("yaml.mapping", file.row(lineOf(node)).field(item));
            }
        }
        return found;
    }

    /** Numbers in lists to any depth, as {@link BigDecimal} in lists; a key that is left out or holds no list gives none. */
    public Optional<List<Object>> numbers(String key) {
        if (!isList(key)) {
            return Optional.empty();
        }
        asked.add(key);
        return numbers((SequenceNode) values.get(key), key);
    }

    private Optional<List<Object>> numbers(SequenceNode sequence, String key) {
        List<Object> found = new ArrayList<>();
        for (Node node : sequence.getValue()) {
            Optional<?> item = Optional.empty();
            if (node instanceof SequenceNode inner) {
                item = numbers(inner, key);
                if (item.isEmpty()) {
                    return Optional.empty();
                }
            } else if (node instanceof ScalarNode scalar
                    && PLACE.matcher(scalar.getValue()).matches()) {
                item = Optional.of(new BigDecimal(scalar.getValue()));
            }
            if (item.isEmpty()) {
                problems.error("yaml.numbers", file.row(lineOf(node)).field(under(key)));
                return Optional.empty();
            }
            found.add(item.get());
        }
        return Optional.of(found);
    }

    /** Whether the value of a key is a list. */
    public boolean isList(String key) {
        return values.get(key) instanceof SequenceNode;
    }

    /** Whether the value of a key is a single value rather than a mapping or list. */
    public boolean isScalar(String key) {
        return has(key) && values.get(key) instanceof ScalarNode;
    }

    /** The constant of a name; reports what else there is. */
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type, Where place) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        problems.error("yaml.choice", place, List.of(type.getEnumConstants()));
        return Optional.empty();
    }

    /** The version of the file's format, under the key {@code format}: it has to be the one that this program reads. */
    public void format(int known) {
        if (!has("format")) {
            missing("format");
        } else if (!scalar("format").orElse("").equals(Integer.toString(known))) {
            problems.error("yaml.format", where("format"), known);
        }
    }

    /** Reports a problem that the caller found. */
    public void problem(String key, Where place, Object... args) {
        problems.error(key, place, args);
    }

    /** Reports a problem that another module found. */
    public void problem(Problem problem) {
        problems.add(problem);
    }

    /** Reports a key that has to be there. */
    public void missing(String key) {
        problems.error("yaml.missing", where(), key);
    }

    /** Reports every key that nobody asked for. */
    public void done() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                problems.error(
                        "yaml.unknownKey",
                        file.row(lines.getOrDefault(key, line)).field(under(key)),
                        asked);
            }
        }
    }

    private Optional<String> scalar(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (values.get(key) instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        problems.error("yaml.scalar", where(key));
        return Optional.empty();
    }

    private List<Node> sequence(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (values.get(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problems.error("yaml.list", where(key));
        return List.of();
    }

    private YamlMap empty(String key) {
        MappingNode none = new MappingNode(Tag.MAP, List.of(), org.yaml.snakeyaml.DumperOptions.FlowStyle.BLOCK);
        // what is missing was told once; what would be in it is not told again
        return new YamlMap(none, file.row(line), under(key), new Problems());
    }

    private String under(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static long lineOf(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1L;
    }
}
