package io.caresettle.centre.national.check;

import io.caresettle.centre.national.check.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/** Everything that one check found. */
final class Findings {

  /** Nobody reads more, and a list of a million faulty lines must not become one of findings. */
  private static final int MOST = 1_000;

  private final List<Finding> found = new ArrayList<>();

  void refuse(Kind kind, String node, String field, String zh, String en) {
    add(new Finding(kind, node, field, true, zh, en));
  }

  void note(Kind kind, String node, String field, String zh, String en) {
    add(new Finding(kind, node, field, false, zh, en));
  }

  /** Refuses where a source is confirmed, and notes where none is. */
  void say(boolean refuses, Kind kind, String node, String field, String zh, String en) {
    add(new Finding(kind, node, field, refuses, zh, en));
  }

  private void add(Finding finding) {
    if (found.size() < MOST) {
      found.add(finding);
    }
  }

  List<Finding> all() {
    return List.copyOf(found);
  }
}
