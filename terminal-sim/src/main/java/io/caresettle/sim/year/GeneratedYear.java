package io.caresettle.sim.year;

import io.caresettle.policy.author.PolicyBook;
import io.caresettle.sim.adjudicate.LawBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * People from a seed who live through a year of an area, by the packs that come along: each bill at
 * a terminal and at the centre, and any word on which the two are not one is counted as a
 * disagreement, by seed, person and visit.
 */
public final class GeneratedYear {

  /** The areas in which people can live. */
  public static final List<String> AREAS = List.of("320500", "320600", "460000", "310000", "test");

  /** How many people are lived between two files. */
  private static final int BLOCK = 500;

  private final PolicyBook book;
  private final Till till;
  private final Agency agency;

  private GeneratedYear(PolicyBook book, LawBook law) {
    this.book = book;
    this.till = new Till(book);
    this.agency = new Agency(law);
  }

  /** Under the packs that come along. */
  public static GeneratedYear shipped() {
    return new GeneratedYear(PolicyBook.shipped(), LawBook.shipped());
  }

  /**
   * What the year comes to.
   *
   * @throws IllegalArgumentException for an area that has no packs of its own
   */
  public YearFigures of(String area, int persons, long seed) {
    return of(area, persons, seed, Optional.empty());
  }

  /**
   * The same, and what was lived is kept in a folder, so that a run that was stopped goes on.
   *
   * @param blocks the folder; empty for a run in one go
   */
  public YearFigures of(String area, int persons, long seed, Optional<Path> blocks) {
    if (!AREAS.contains(area)) {
      throw new IllegalArgumentException("Nobody lives in " + area + "; expected one of " + AREAS);
    }
    Town town = Town.of(book, area);
    People people = new People(town, seed);
    Optional<Blocks> kept = blocks.map(folder -> new Blocks(folder, packs()));
    YearFigures all = new YearFigures(area, seed);
    for (int first = 1; first <= persons; first += BLOCK) {
      int from = first;
      int to = Math.min(persons, first + BLOCK - 1);
      all.add(
          kept.map(b -> b.of(area, seed, from, to, () -> live(people, area, seed, from, to)))
              .orElseGet(() -> live(people, area, seed, from, to)));
    }
    return all;
  }

  private YearFigures live(People people, String area, long seed, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .parallel()
        .mapToObj(number -> live(area, people.number(number), seed))
        .reduce(new YearFigures(area, seed), (a, b) -> sum(area, seed, a, b));
  }

  /** A mark of the packs by which people live, with what is in them. */
  private String packs() {
    return Integer.toHexString(
        book.packs().stream().map(pack -> pack.id().toString()).sorted().toList().hashCode());
  }

  /** The page on which a person sees whether a year is plausible. */
  public String report(YearFigures figures) {
    return YearReport.of(Town.of(book, figures.area()), figures);
  }

  private YearFigures live(String area, Somebody who, long seed) {
    String where = "area " + area + ", seed " + seed + ", person " + who.history().number();
    Dice dice = new Dice(seed ^ who.history().number().hashCode());
    YearFigures figures = new YearFigures(area, seed);
    try {
      LivedYear.of(who, new Life(till, agency, who, where), dice, figures);
      NursingYear.of(where, who, area, figures);
      return figures;
    } catch (Disagreement differ) {
      // The rest of this life would be built on sand; the others go on.
      figures.disagree(String.valueOf(differ.getMessage()));
      return figures;
    } catch (RuntimeException fell) {
      figures.disagree(where + ": " + fell);
      return figures;
    }
  }

  private static YearFigures sum(String area, long seed, YearFigures a, YearFigures b) {
    return new YearFigures(area, seed).add(a).add(b);
  }
}
