package io.caresettle.sim.simulate;

import io.caresettle.protocol.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What happened in a seed, told line by line; what should not have; and the bare facts of it: what
 * went over the network, what was kept, and how all books stand in the end.
 */
final class Chronicle {

  private final long seed;
  private final Agenda agenda;
  private final StringBuilder story = new StringBuilder();
  private final StringBuilder facts = new StringBuilder();
  private final List<Violation> violations = new ArrayList<>();

  Chronicle(long seed, Agenda agenda) {
    this.seed = seed;
    this.agenda = agenda;
  }

  void tell(String who, String what) {
    story.append(time()).append(' ').append(who).append(": ").append(what).append('\n');
  }

  /** Something that happened, by numbers and names that mean the same however it is told. */
  void fact(String... what) {
    facts.append(agenda.elapsed().toMillis());
    for (String part : what) {
      facts.append('\t').append(part);
    }
    facts.append('\n');
  }

  void violation(String invariant, String where, String what) {
    fact("violation", where);
    violations.add(new Violation(seed, invariant, where, time(), what));
    tell("VIOLATION", invariant + ": " + where + ": " + what);
  }

  private String time() {
    long millis = agenda.elapsed().toMillis();
    StringBuilder time = new StringBuilder(12);
    part(time, millis / 3_600_000, 10).append(':');
    part(time, millis / 60_000 % 60, 10).append(':');
    part(time, millis / 1000 % 60, 10).append('.');
    return part(time, millis % 1000, 100).toString();
  }

  private static StringBuilder part(StringBuilder time, long number, int least) {
    for (int one = least; one > 1 && number < one; one /= 10) {
      time.append('0');
    }
    return time.append(number);
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  String story() {
    return story.toString();
  }

  /** Of the facts: the same for the same life, on every machine and in whatever words. */
  String digest() {
    return HexFormat.of().formatHex(Sm3.digest(facts.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
