package io.caresettle.reading;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Keys and values of one level of a file. Every key must be asked for by its reader. */
public final class Mapping {

  private final Reading reading;
  private final MappingNode node;
  private final String path;
  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  Mapping(Reading reading, MappingNode node, String path) {
    this.reading = reading;
    this.node = node;
    this.path = path;
    for (NodeTuple entry : node.getValue()) {
      Node key = entry.getKeyNode();
      if (!(key instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.STR)) {
        reading.fault(key.getStartMark(), path, Field.describe(key) + " as a key", "a word as key");
      } else if (entries.putIfAbsent(scalar.getValue(), entry) != null) {
        reading.fault(
            key.getStartMark(),
            pathOf(scalar.getValue()),
            "this key a second time",
            "each key once");
      }
    }
  }

  /** The value of a key that must be there. */
  public Field required(String key) {
    Field field = optional(key);
    if (!field.present()) {
      reading.fault(node.getStartMark(), path, "no '" + key + "' here", "the key '" + key + "'");
    }
    return field;
  }

  /** The value of a key that may be left out. */
  public Field optional(String key) {
    asked.add(key);
    NodeTuple entry = entries.get(key);
    return entry == null
        ? new Field(reading, Optional.empty(), node.getStartMark(), pathOf(key))
        : new Field(
            reading,
            Optional.of(entry.getValueNode()),
            entry.getValueNode().getStartMark(),
            pathOf(key));
  }

  /** Whether a key stands here, without asking for it: for those who tell forms apart. */
  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /** Every key that stands here, without asking for any. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /** Every key with its value, for a mapping whose keys the writer chooses. */
  public Map<String, Field> all() {
    Map<String, Field> fields = new LinkedHashMap<>();
    entries.keySet().forEach(key -> fields.put(key, optional(key)));
    return fields;
  }

  /** Where the key itself stands, for a fault of the key rather than of its value. */
  public void faultAtKey(String key, String found, String expected) {
    Optional<Mark> mark =
        Optional.ofNullable(entries.get(key))
            .flatMap(entry -> entry.getKeyNode().getStartMark())
            .or(node::getStartMark);
    reading.fault(mark, pathOf(key), found, expected);
  }

  /** Records a fault of the mapping as a whole. */
  public void fault(String found, String expected) {
    reading.fault(node.getStartMark(), path, found, expected);
  }

  /** Whether a fault of this file was recorded so far. */
  public boolean faulty() {
    return reading.faultCount() > 0;
  }

  /** Name of the file, as faults show it. */
  public String file() {
    return reading.file();
  }

  /** The whole text of the file, for those who take a digest of what they read. */
  public String fileText() {
    return reading.text();
  }

  void reportUnasked() {
    for (Map.Entry<String, NodeTuple> entry : entries.entrySet()) {
      if (!asked.contains(entry.getKey())) {
        // A key that stands here already is no proposal for another one.
        Set<String> free = new LinkedHashSet<>(asked);
        free.removeAll(entries.keySet());
        reading.fault(
            entry.getValue().getKeyNode().getStartMark(),
            pathOf(entry.getKey()),
            "the unknown key '" + entry.getKey() + "'",
            Nearest.to(entry.getKey(), free)
                .map(near -> "perhaps '" + near + "'")
                .orElse(asked.isEmpty() ? "nothing here" : "one of " + String.join(", ", asked)));
      }
    }
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + '.' + key;
  }
}
