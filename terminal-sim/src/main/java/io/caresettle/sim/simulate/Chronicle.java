package io.caresettle.sim.simulate;

import io.caresettle.protocol.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What happened in a seed, line by line, and what should not have. */
final class Chronicle {

  private final long seed;
  private final Agenda agenda;
  private final StringBuilder story = new StringBuilder();
  private final List<Violation> violations = new ArrayList<>();

  Chronicle(long seed, Agenda agenda) {
    this.seed = seed;
    this.agenda = agenda;
  }

  void tell(String who, String what) {
    story.append(time()).append(' ').append(who).append(": ").append(what).append('\n');
  }

  void violation(String invariant, String where, String what) {
    violations.add(new Violation(seed, invariant, where, time(), what));
    tell("VIOLATION", invariant + ": " + where + ": " + what);
  }

  private String time() {
    long millis = agenda.elapsed().toMillis();
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        millis % 1000);
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  String story() {
    return story.toString();
  }

  /** The same for the same life, on every machine. */
  String digest() {
    return HexFormat.of().formatHex(Sm3.digest(story.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
