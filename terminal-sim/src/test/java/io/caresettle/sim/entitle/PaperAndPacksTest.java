package io.caresettle.sim.entitle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.sim.ShippedOrdinances;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The areas on paper and the packs that come along")
class PaperAndPacksTest {

  private static final LocalDate DAY = LocalDate.parse("2025-10-01");
  private static final BookShelf SHELF = new BookShelf(ShippedOrdinances.book());

  private static final List<String> WORDS =
      List.of(
          "employee.starts",
          "flexible.starts",
          "flexible.account-starts",
          "resident.late-starts",
          "newborn.window-counted-in",
          "newborn.counts-from",
          "newborn.birth-year",
          "gap.owed",
          "second-layer",
          "suspension.cleared",
          "arrears.stops",
          "employer.gap",
          "flexible.gap",
          "change.gap",
          "suspended.account",
          "prison.stops",
          "schemes.precedence",
          "stay.scheme-change",
          "stay.counts-by",
          "hand-claim.until",
          "stay.outside-purchases",
          "sanction.account",
          "off-site.filed-by",
          "off-site.zone");
  private static final List<String> NUMBERS =
      List.of(
          "newborn.window",
          "employer.make-up",
          "flexible.make-up",
          "change.window",
          "retired.years-men",
          "retired.years-women",
          "off-site.temporary-months");
  private static final List<String> DAYS =
      List.of("resident.period-from", "resident.period-to", "freshman.starts", "year.starts");
  private static final List<String> YES =
      List.of(
          "resident.needs-continuity",
          "aid.no-waiting",
          "disabled.no-waiting",
          "violation.left-out",
          "stay.one-at-a-time",
          "special.recognised-first",
          "off-site.needs-filing",
          "off-site.emergency-counts");

  /** A set's words in their order, for the first of them goes before the others. */
  private static Said<String> inOrder(Ordinance ordinance, String name) {
    return ordinance.words(name) instanceof Said.Is<Set<String>> is
        ? new Said.Is<>(String.join(" ", is.value()), is.citation())
        : new Said.NotPublished<>(name, ordinance.words(name).citation());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {Areas.SUZHOU, Areas.NANTONG, Areas.HAINAN, Areas.SHANGHAI})
  @DisplayName("say the same of everything that this package asks")
  void saySame(String area) {
    Ordinance paper = Areas.of(area, DAY);
    Ordinance pack = SHELF.of(area, DAY);
    List<String> differences = new ArrayList<>();
    compare(differences, WORDS, paper, pack, Ordinance::word);
    compare(differences, NUMBERS, paper, pack, Ordinance::number);
    compare(differences, DAYS, paper, pack, Ordinance::day);
    compare(differences, YES, paper, pack, Ordinance::yes);
    compare(differences, List.of("aid.classes"), paper, pack, PaperAndPacksTest::inOrder);
    if (paper.word("flexible.starts") instanceof Said.Is<String> is
        && is.value().equals("after-waiting")) {
      List<String> waiting = List.of("flexible.waiting", "flexible.no-waiting-gap");
      compare(differences, waiting, paper, pack, Ordinance::number);
    }
    assertEquals(List.of(), differences);
  }

  private static <T> void compare(
      List<String> differences,
      List<String> names,
      Ordinance paper,
      Ordinance pack,
      BiFunction<Ordinance, String, Said<T>> ask) {
    for (String name : names) {
      String onPaper = text(ask.apply(paper, name));
      String inPack = text(ask.apply(pack, name));
      if (!onPaper.equals(inPack)) {
        differences.add(name + ": " + onPaper + " on paper, " + inPack + " in the pack");
      }
    }
  }

  private static <T> String text(Said<T> said) {
    return said instanceof Said.Is<T> is ? String.valueOf(is.value()) : "unknown";
  }

  @Test
  @DisplayName(
      "where no ordinance is in force an area says nothing, and nobody is promised anything")
  void nothingInForce() {
    LocalDate before = LocalDate.parse("2020-01-01");
    Entitlement said =
        new Entitle(SHELF)
            .decide(
                People.employee("flexible", Areas.SHANGHAI, "arrived: 2019-03-10, first: true"),
                before,
                before);
    assertEquals(Verdict.State.CLOSED, said.pool().state());
    Ordinance silent = SHELF.of(Areas.SHANGHAI, before);
    assertEquals(false, silent.inForce());
    assertEquals("", silent.word("employee.starts").citation());
  }
}
