package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.UnreadableHistory.Fault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of a person file. Every key is taken once, and {@link #end} refuses what nobody took.
 * Faults are collected, and a stand-in is handed out for what cannot be read: nothing that was read
 * beside a fault is ever used.
 */
final class Page {

  private final String file;
  private final List<Fault> faults;
  private final int line;
  private final Map<String, Node> left = new LinkedHashMap<>();

  private Page(String file, List<Fault> faults, int line) {
    this.file = file;
    this.faults = faults;
    this.line = line;
  }

  static Page of(String file, List<Fault> faults, Node node) {
    Page page = new Page(file, faults, lineOf(node));
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        page.add(entry);
      }
    } else {
      page.wrong(lineOf(node), "expected keys and values");
    }
    return page;
  }

  private void add(NodeTuple entry) {
    Node key = entry.getKeyNode();
    if (!(key instanceof ScalarNode name)) {
      wrong(lineOf(key), "expected a word as key");
    } else if (left.put(name.getValue(), entry.getValueNode()) != null) {
      wrong(lineOf(key), "'" + name.getValue() + "' is there twice");
    }
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  private void wrong(int at, String what) {
    faults.add(new Fault(file, at, Optional.empty(), what));
  }

  /** This page breaks a rule. */
  void breaks(CentreRule rule, String what) {
    faults.add(new Fault(file, line, Optional.of(rule), what));
  }

  void wrong(String what) {
    wrong(line, what);
  }

  private <T> Optional<T> scalar(String key, String shape, Function<String, T> read) {
    Node node = left.remove(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      try {
        return Optional.of(read.apply(scalar.getValue()));
      } catch (IllegalArgumentException | DateTimeException e) {
        wrong(
            lineOf(node), "'" + key + "' should be " + shape + ", not '" + scalar.getValue() + "'");
      }
    } else {
      wrong(lineOf(node), "'" + key + "' should be " + shape);
    }
    return Optional.empty();
  }

  /** Present, or a fault and a stand-in. */
  private <T> T need(String key, String shape, Function<String, T> read, T standIn) {
    if (!left.containsKey(key)) {
      wrong("'" + key + "' is missing");
      return standIn;
    }
    return scalar(key, shape, read).orElse(standIn);
  }

  String text(String key) {
    return need(key, "a word", Function.identity(), "?");
  }

  Optional<String> textIfAny(String key) {
    return scalar(key, "a word", Function.identity());
  }

  LocalDate date(String key) {
    return need(key, "a day, such as 2025-03-10", LocalDate::parse, LocalDate.EPOCH);
  }

  Optional<LocalDate> dateIfAny(String key) {
    return scalar(key, "a day, such as 2025-03-10", LocalDate::parse);
  }

  /** Days {@code from} and {@code to}, in this order. */
  Dates dates() {
    Dates dates = new Dates(date("from"), dateIfAny("to"));
    if (dates.empty()) {
      wrong("ends before it begins: " + dates);
    }
    return dates;
  }

  <T> T value(String key, String shape, Function<String, T> read, T standIn) {
    return need(key, shape, read, standIn);
  }

  <T> Optional<T> valueIfAny(String key, String shape, Function<String, T> read) {
    return scalar(key, shape, read);
  }

  boolean flag(String key) {
    return scalar(
            key,
            "true or false",
            text ->
                switch (text) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw new IllegalArgumentException(text);
                })
        .orElse(false);
  }

  /** A number of the choices, by their words. */
  <T> T choice(String key, Map<String, T> choices, T standIn) {
    return need(
        key, "one of " + choices.keySet().stream().sorted().toList(), pick(choices), standIn);
  }

  <T> Optional<T> choiceIfAny(String key, Map<String, T> choices) {
    return scalar(key, "one of " + choices.keySet().stream().sorted().toList(), pick(choices));
  }

  private static <T> Function<String, T> pick(Map<String, T> choices) {
    return word -> {
      T picked = choices.get(word);
      if (picked == null) {
        throw new IllegalArgumentException(word);
      }
      return picked;
    };
  }

  Optional<Page> pageIfAny(String key) {
    return Optional.ofNullable(left.remove(key)).map(node -> of(file, faults, node));
  }

  /** A list of mappings; none where the key is missing. */
  List<Page> pages(String key) {
    Node node = left.remove(key);
    List<Page> pages = new ArrayList<>();
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(entry -> pages.add(of(file, faults, entry)));
    } else if (node != null) {
      wrong(lineOf(node), "'" + key + "' should be a list");
    }
    return pages;
  }

  /** Refuses what nobody took. */
  void end() {
    left.forEach((key, node) -> wrong(lineOf(node), "unknown key '" + key + "'"));
    left.clear();
  }
}
