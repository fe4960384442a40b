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

  /**
   * The months, days or years that are said. Of a range, which only a frame gives, what is worst
   * for the person: the longest waiting, and the least of everything else.
   */
  public Optional<Integer> number(String name) {
    return said(name)
        .filter(Saying.Bounds.class::isInstance)
        .map(Saying.Bounds.class::cast)
        .map(number -> name.endsWith(".waiting") ? number.most() : number.least());
  }

  /** The day of every year that is said. */
  public Optional<MonthDay> day(String name) {
    return said(name).filter(Saying.Day.class::isInstance).map(said -> ((Saying.Day) said).day());
  }

  /** Whether yes is said. */
  public Optional<Boolean> yes(String name) {
    return word(name).map("yes"::equals);
  }

  /** All words that are said: of a set any number, and none where the text says none. */
  public Optional<Set<String>> words(String name) {
    return said(name)
        .filter(Saying.Words.class::isInstance)
        .map(said -> ((Saying.Words) said).words());
  }

  /** The article that says it, or leaves it open; empty where the text has no word on it. */
  public String citation(String name) {
    return on(name).map(said -> said.source().toString()).orElse("");
  }

  /** The same place, as text, article, paragraph and item: {@code SZ 12¶2}. */
  public String place(String name) {
    return on(name).map(said -> place(said.source())).orElse("");
  }

  private static String place(Citation source) {
    return source.text()
        + ' '
        + source.article()
        + source.paragraph().map(paragraph -> "¶" + paragraph).orElse("")
        + source.item().map(item -> "(" + item + ")").orElse("");
  }

  private Optional<Saying> said(String name) {
    return on(name).map(Dated::said);
  }

  /** Empty only in a frame, which need not say everything. */
  private Optional<Dated<Saying>> on(String name) {
    if (!Points.forms().containsKey(name)) {
      throw new IllegalArgumentException("No ordinance says anything on " + name);
    }
    return Optional.ofNullable(bylaw.points().get(name))
        .map(point -> Dated.on(point.series(), day).orElseThrow());
  }
}
