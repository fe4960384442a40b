package io.caresettle.sim.national;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The last requests, for an integrator to read, filter and export; the oldest go. */
final class RequestLog {

  private static final int KEPT = 2_000;
  private static final long BUDGET = 32L << 20;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final long budget;
  private long bytes;
  private long number;

  RequestLog() {
    this(BUDGET);
  }

  /**
   * @param budget the most bytes that the entries take together
   */
  RequestLog(long budget) {
    this.budget = budget;
  }

  synchronized Entry add(Function<Long, Entry> entry) {
    Entry made = entry.apply(++number);
    entries.add(made);
    bytes += made.bytes();
    while (entries.size() > KEPT || (bytes > budget && entries.size() > 1)) {
      bytes -= entries.remove().bytes();
    }
    return made;
  }

  synchronized Optional<Entry> find(long wanted) {
    return entries.stream().filter(entry -> entry.number() == wanted).findFirst();
  }

  /**
   * The newest first.
   *
   * @param filter {@code infno}, {@code msgid}, {@code fixmedins_code}, {@code text} (anywhere),
   *     {@code refused} (1: only those)
   */
  synchronized List<Entry> some(Map<String, String> filter) {
    Stream<Entry> found = entries.stream();
    for (Map.Entry<String, String> one : filter.entrySet()) {
      String wanted = one.getValue();
      if (!wanted.isEmpty()) {
        found = found.filter(entry -> fits(entry, one.getKey(), wanted));
      }
    }
    return found.sorted((a, b) -> Long.compare(b.number(), a.number())).toList();
  }

  private static boolean fits(Entry entry, String key, String wanted) {
    return switch (key) {
      case "infno" -> entry.transaction().equals(wanted);
      case "msgid" -> entry.messageId().contains(wanted);
      case "fixmedins_code" -> entry.institution().equals(wanted);
      case "refused" -> !wanted.equals("1") || !entry.refusal().isEmpty() || entry.status() != 200;
      case "text" -> entry.line().contains(wanted);
      default -> true;
    };
  }
}
