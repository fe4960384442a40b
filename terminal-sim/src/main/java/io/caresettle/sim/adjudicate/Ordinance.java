package io.caresettle.sim.adjudicate;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.Set;

/** What holds in one area on one day about who may have what: point by point, by its name. */
public final class Ordinance {

  private final Bylaw bylaw;
  private final LocalDate day;

  Ordinance(Bylaw bylaw, LocalDate day) {
    this.bylaw = bylaw;
    this.day = day;
  }

  /** The names of all points, the same in every area. */
  public static Set<String> names() {
    return Set.copyOf(Points.forms().keySet());
  }

  /** The word that is said; empty where nobody published it. */
  public Optional<String> word(String name) {
    return words(name).flatMap(words -> words.stream().findFirst());
  }

  /** The months, days or years that are said. */
  public Optional<Integer> number(String name) {
    return on(name).said() instanceof Saying.Bounds number
        ? Optional.of(number.least())
        : Optional.empty();
  }

  /** The day of every year that is said. */
  public Optional<MonthDay> day(String name) {
    return on(name).said() instanceof Saying.Day said ? Optional.of(said.day()) : Optional.empty();
  }

  /** Whether yes is said. */
  public Optional<Boolean> yes(String name) {
    return word(name).map("yes"::equals);
  }

  /** All words that are said: of a set any number, and none where the text says none. */
  public Optional<Set<String>> words(String name) {
    return on(name).said() instanceof Saying.Words words
        ? Optional.of(words.words())
        : Optional.empty();
  }

  /** The article that says it, or leaves it open. */
  public String citation(String name) {
    return on(name).source().toString();
  }

  /** The same place, as text, article, paragraph and item: {@code SZ 12¶2}. */
  public String place(String name) {
    Citation source = on(name).source();
    return source.text()
        + ' '
        + source.article()
        + source.paragraph().map(paragraph -> "¶" + paragraph).orElse("")
        + source.item().map(item -> "(" + item + ")").orElse("");
  }

  private Dated<Saying> on(String name) {
    Bylaw.Point point = bylaw.points().get(name);
    if (point == null) {
      throw new IllegalArgumentException("No ordinance says anything on " + name);
    }
    return Dated.on(point.series(), day).orElseThrow();
  }
}
