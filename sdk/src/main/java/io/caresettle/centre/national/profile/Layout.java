package io.caresettle.centre.national.profile;

import io.caresettle.centre.national.field.Direction;
import io.caresettle.centre.national.field.Edition;
import io.caresettle.centre.national.field.Form;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one message in one province.
 *
 * @param nodes by path, in the order of the winning reading; the empty path is directly below input
 *     or output
 * @param wanted the paths of nodes that must be there
 */
public record Layout(
    String transaction,
    Direction direction,
    Map<String, Map<String, Entry>> nodes,
    Set<String> wanted) {

  /** Whether a field must be sent. */
  public enum Need {
    /** The winning reading or the profile requires it. */
    REQUIRED,
    /** Only another reading requires it. */
    ELSEWHERE,
    /** A mark that may mean something else. */
    UNCLEAR,
    /** It may be left out, or nothing is stated. */
    OPTIONAL
  }

  /**
   * A field.
   *
   * @param zh its Chinese name
   * @param coded whether some reading takes its values from a table
   * @param confirmed whether some reading is confirmed
   * @param sources whose readings have it, the winning one first
   */
  public record Entry(
      String node,
      String name,
      String zh,
      Form form,
      Need need,
      boolean coded,
      boolean confirmed,
      List<Edition> sources) {

    public Entry {
      sources = List.copyOf(sources);
    }
  }

  public Layout {
    Map<String, Map<String, Entry>> copy = new LinkedHashMap<>();
    nodes.forEach(
        (path, fields) -> copy.put(path, Collections.unmodifiableMap(new LinkedHashMap<>(fields))));
    nodes = Collections.unmodifiableMap(copy);
    wanted = Set.copyOf(wanted);
  }

  /** Whether anybody describes this message. */
  public boolean isKnown() {
    return !nodes.isEmpty();
  }

  /** A field by the path of its node and its name. */
  public Optional<Entry> field(String node, String name) {
    return Optional.ofNullable(nodes.getOrDefault(node, Map.of()).get(name));
  }

  /** Whether a node has this path, or one below it. */
  public boolean hasNode(String path) {
    return nodes.keySet().stream()
        .anyMatch(known -> known.equals(path) || known.startsWith(path + "."));
  }

  /** All fields. */
  public List<Entry> entries() {
    return nodes.values().stream().flatMap(fields -> fields.values().stream()).toList();
  }
}
