package io.caresettle.sim.year;

import io.caresettle.policy.author.PolicyBook;
import io.caresettle.sim.adjudicate.LawBook;
import java.util.List;
import java.util.stream.IntStream;

/**
 * People from a seed who live through a year of an area, by the packs that come along: each bill at
 * a terminal and at the centre, and any word on which the two are not one is counted as a
 * disagreement, by seed, person and visit.
 */
public final class GeneratedYear {

  /** The areas in which people can live. */
  public static final List<String> AREAS = List.of("320500", "320600", "460000", "310000", "test");

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
    if (!AREAS.contains(area)) {
      throw new IllegalArgumentException("Nobody lives in " + area + "; expected one of " + AREAS);
    }
    Town town = Town.of(book, area);
    People people = new People(town, seed);
    return IntStream.rangeClosed(1, persons)
        .parallel()
        .mapToObj(number -> live(area, people.number(number), seed))
        .reduce(new YearFigures(area, seed), (a, b) -> sum(area, seed, a, b));
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
      figures.disagree(differ.getMessage());
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
