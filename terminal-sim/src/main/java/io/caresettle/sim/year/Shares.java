package io.caresettle.sim.year;

import java.util.EnumMap;
import java.util.Map;

/** What some bills cost, by who bore it, in fen. */
final class Shares {

  private final EnumMap<Bearer, Long> fen = new EnumMap<>(Bearer.class);
  private long bills;

  /** One bill more. */
  void add(Map<Bearer, Long> parts) {
    add(1, parts);
  }

  void add(long many, Map<Bearer, Long> parts) {
    bills += many;
    parts.forEach((bearer, part) -> fen.merge(bearer, part, Math::addExact));
  }

  void add(Shares other) {
    add(other.bills, other.fen);
  }

  long of(Bearer bearer) {
    return fen.getOrDefault(bearer, 0L);
  }

  long bills() {
    return bills;
  }

  long total() {
    return fen.values().stream().mapToLong(Long::longValue).sum();
  }
}
