package io.caresettle.settlement.visit;

import java.util.LinkedHashMap;
import java.util.Map;

/** The kinds of calls that one centre's visits are made of. */
record StepTable(Map<String, StepKind> kinds) {

  StepTable {
    for (StepKind kind : kinds.values()) {
      for (String needed : kind.needs()) {
        if (!kinds.containsKey(needed)) {
          throw new IllegalArgumentException(kind.name() + " needs " + needed + ", which is none");
        }
        if (reaches(kinds, needed, kind.name())) {
          throw new IllegalArgumentException(kind.name() + " and " + needed + " need each other");
        }
      }
    }
    kinds = Map.copyOf(kinds);
  }

  static StepTable of(StepKind... kinds) {
    Map<String, StepKind> byName = new LinkedHashMap<>();
    for (StepKind kind : kinds) {
      if (byName.put(kind.name(), kind) != null) {
        throw new IllegalArgumentException(kind.name() + " is there twice");
      }
    }
    return new StepTable(byName);
  }

  /**
   * @throws IllegalArgumentException when the centre has no such call
   */
  StepKind kind(String name) {
    StepKind kind = kinds.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("No step " + name);
    }
    return kind;
  }

  private static boolean reaches(Map<String, StepKind> kinds, String from, String to) {
    StepKind kind = kinds.get(from);
    return from.equals(to)
        || (kind != null && kind.needs().stream().anyMatch(next -> reaches(kinds, next, to)));
  }
}
