package io.caresettle.centre.national.profile;

import io.caresettle.centre.national.field.Direction;
import io.caresettle.centre.national.field.Edition;
import io.caresettle.centre.national.field.FieldRow;
import io.caresettle.centre.national.field.FieldTables;
import io.caresettle.centre.national.field.Form;
import io.caresettle.centre.national.profile.Layout.Entry;
import io.caresettle.centre.national.profile.Layout.Need;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Merges the rows of several sources into the layout of one message. */
final class Layouts {

  private final Wording wording;
  private final String transaction;
  private final Direction direction;
  private final Map<String, Map<String, List<FieldRow>>> merged = new LinkedHashMap<>();

  private Layouts(Wording wording, String transaction, Direction direction) {
    this.wording = wording;
    this.transaction = transaction;
    this.direction = direction;
  }

  static Layout of(Wording wording, FieldTables tables, String transaction, Direction direction) {
    Layouts layouts = new Layouts(wording, transaction, direction);
    List<FieldRow> rows = tables.rows(transaction, direction);
    for (Edition edition : wording.editions()) {
      rows.stream().filter(row -> row.edition() == edition).forEach(row -> layouts.take(row, rows));
    }
    return layouts.layout();
  }

  /** Under the names of this province: other sources say {@code data} and mean its node. */
  private void take(FieldRow row, List<FieldRow> all) {
    boolean ours = wording.own().contains(row.edition());
    String node = ours ? row.node() : renamed(row.node(), all);
    String name = ours ? row.name() : wording.names(transaction, row.name()).get(0);
    merged
        .computeIfAbsent(node, unused -> new LinkedHashMap<>())
        .computeIfAbsent(name, unused -> new ArrayList<>())
        .add(row);
  }

  private String renamed(String node, List<FieldRow> all) {
    String main = wording.nodes().get(transaction);
    if (direction != Direction.INPUT || main == null || node.isEmpty()) {
      return node;
    }
    String first = mainOfOthers(all);
    return node.equals(first) || node.startsWith(first + ".")
        ? main + node.substring(first.length())
        : node;
  }

  /** The node that the first source with another wording begins with. */
  private String mainOfOthers(List<FieldRow> all) {
    for (Edition edition : wording.editions()) {
      if (!wording.own().contains(edition)) {
        for (FieldRow row : all) {
          // The list of diagnoses stands before the node that a discharge is named by.
          boolean beside = wording.lists().contains(row.node());
          if (row.edition() == edition && !row.node().isEmpty() && !beside) {
            return row.node().contains(".")
                ? row.node().substring(0, row.node().indexOf('.'))
                : row.node();
          }
        }
      }
    }
    return "";
  }

  private Layout layout() {
    Map<String, Map<String, Entry>> nodes = new LinkedHashMap<>();
    merged.forEach(
        (node, fields) -> {
          Optional<Edition> deciding = deciding(fields);
          Map<String, Entry> entries = new LinkedHashMap<>();
          fields.forEach((name, rows) -> entries.put(name, entry(node, name, rows, deciding)));
          nodes.put(node, entries);
        });
    for (Map.Entry<String, Set<String>> added : wording.fieldsAdd().entrySet()) {
      if (added.getKey().equals(transaction) && direction == Direction.INPUT) {
        added.getValue().forEach(path -> add(nodes, path));
      }
    }
    return new Layout(transaction, direction, nodes, wanted(nodes));
  }

  /** The first source that marks anything in this node as required: others print no flags. */
  private Optional<Edition> deciding(Map<String, List<FieldRow>> fields) {
    return wording.editions().stream()
        .filter(
            edition ->
                fields.values().stream()
                    .flatMap(List::stream)
                    .anyMatch(row -> row.edition() == edition && requires(row)))
        .findFirst();
  }

  private static boolean requires(FieldRow row) {
    return row.confirmed() && row.flag() == FieldRow.Flag.REQUIRED;
  }

  private Entry entry(String node, String name, List<FieldRow> rows, Optional<Edition> deciding) {
    Form form = rows.stream().map(FieldRow::form).reduce(Form.UNSTATED, Form::orElse);
    String zh =
        rows.stream().map(FieldRow::zh).filter(text -> !text.isEmpty()).findFirst().orElse("");
    return new Entry(
        node,
        name,
        zh,
        form,
        need(node, name, rows, deciding),
        rows.stream().anyMatch(FieldRow::coded),
        rows.stream().anyMatch(FieldRow::confirmed),
        rows.stream().map(FieldRow::edition).distinct().toList());
  }

  private Need need(String node, String name, List<FieldRow> rows, Optional<Edition> deciding) {
    if (direction == Direction.INPUT) {
      String path = node.isEmpty() ? name : node + '.' + name;
      if (wording.requiredAdd().getOrDefault(transaction, Set.of()).contains(path)) {
        return Need.REQUIRED;
      }
      if (wording.requiredDrop().getOrDefault(transaction, Set.of()).contains(path)) {
        return Need.OPTIONAL;
      }
    }
    if (rows.stream()
        .anyMatch(row -> requires(row) && deciding.filter(e -> e == row.edition()).isPresent())) {
      return Need.REQUIRED;
    }
    if (rows.stream().anyMatch(Layouts::requires)) {
      return Need.ELSEWHERE;
    }
    return rows.stream().anyMatch(row -> row.flag() != FieldRow.Flag.UNMARKED)
        ? Need.UNCLEAR
        : Need.OPTIONAL;
  }

  private static void add(Map<String, Map<String, Entry>> nodes, String path) {
    int point = path.lastIndexOf('.');
    String node = point < 0 ? "" : path.substring(0, point);
    String name = path.substring(point + 1);
    nodes
        .computeIfAbsent(node, unused -> new LinkedHashMap<>())
        .putIfAbsent(
            name, new Entry(node, name, "", Form.UNSTATED, Need.OPTIONAL, false, false, List.of()));
  }

  /** The first node, if it requires anything, and those that the profile names. */
  private Set<String> wanted(Map<String, Map<String, Entry>> nodes) {
    Set<String> wanted = new HashSet<>(wording.wanted().getOrDefault(transaction, List.of()));
    String main = wording.nodes().get(transaction);
    nodes.entrySet().stream()
        .filter(node -> main == null || node.getKey().equals(main))
        .findFirst()
        .filter(node -> !node.getKey().isEmpty())
        .filter(
            node ->
                node.getValue().values().stream().anyMatch(field -> field.need() == Need.REQUIRED))
        .ifPresent(node -> wanted.add(node.getKey()));
    wanted.retainAll(nodes.keySet());
    return wanted;
  }
}
