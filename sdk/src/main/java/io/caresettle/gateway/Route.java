package io.caresettle.gateway;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that can be asked.
 *
 * @param template such as {@code /v1/bills/{number}}
 * @param query the names that may stand after the question mark
 * @param act does it; it reads the whole body before it does anything
 */
record Route(String method, String template, Set<String> query, Act act) {

  @FunctionalInterface
  interface Act {
    Answer answer(Call call);
  }

  static Route get(String template, Act act, String... query) {
    return new Route("GET", template, Set.of(query), act);
  }

  static Route post(String template, Act act) {
    return new Route("POST", template, Set.of(), act);
  }

  /** The named parts of {@code path}; empty when it is no path of this route. */
  Optional<Map<String, String>> match(String path) {
    List<String> ours = parts(template);
    List<String> theirs = parts(path);
    if (ours.size() != theirs.size()) {
      return Optional.empty();
    }
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < ours.size(); i++) {
      String part = ours.get(i);
      if (part.startsWith("{")) {
        named.put(part.substring(1, part.length() - 1), theirs.get(i));
      } else if (!part.equals(theirs.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(named);
  }

  private static List<String> parts(String path) {
    return Arrays.asList(path.split("/", -1));
  }
}
