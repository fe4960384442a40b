package io.caresettle.sim.readings;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a reading says of a bill, in fen by name; what is zero is left out. */
final class Figures {

  private final Map<String, Long> all = new HashMap<>();
  private String refusal = "";
  private boolean notPublished;

  /** A reading that gives no answer, and why. */
  static Figures refused(String why) {
    Figures none = new Figures();
    none.refusal = why;
    return none;
  }

  /** A reading that misses a number nobody has published. */
  static Figures notPublished(String why) {
    Figures none = refused(why);
    none.notPublished = true;
    return none;
  }

  boolean isNotPublished() {
    return notPublished;
  }

  boolean isRefused() {
    return !refusal.isEmpty();
  }

  Figures put(String name, long fen) {
    if (fen != 0) {
      all.put(name, fen);
    }
    return this;
  }

  long get(String name) {
    return all.getOrDefault(name, 0L);
  }

  /** Both refuse, for want of a number or otherwise, or every figure is the same. */
  boolean agree(Figures other) {
    return isRefused() == other.isRefused()
        && notPublished == other.notPublished
        && all.equals(other.all);
  }

  /** Where the two are not one, for a person to read. */
  String against(Figures other) {
    if (isRefused() || other.isRefused()) {
      return "till: "
          + (isRefused() ? "refused, " + refusal : "an answer")
          + "; centre: "
          + (other.isRefused() ? "refused, " + other.refusal : "an answer");
    }
    StringBuilder text = new StringBuilder();
    Set<String> names = new TreeSet<>(all.keySet());
    names.addAll(other.all.keySet());
    for (String name : names) {
      if (get(name) != other.get(name)) {
        text.append(name)
            .append(": till ")
            .append(get(name))
            .append(", centre ")
            .append(other.get(name))
            .append('\n');
      }
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return isRefused() ? "refused, " + refusal : all.toString();
  }
}
