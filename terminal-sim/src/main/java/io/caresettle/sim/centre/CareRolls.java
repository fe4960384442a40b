package io.caresettle.sim.centre;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is entitled to long-term care, by which level and plan, and who may give it: the centre's
 * rolls of it, read once.
 */
final class CareRolls {

  /** Both ends included. */
  record Span(LocalDate from, Optional<LocalDate> to) {

    boolean covers(LocalDate day) {
      return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }
  }

  record Level(String level, String assessor, Span span) {}

  /**
   * @param per day, week or month
   * @param fee for the standard minutes, in fen
   */
  record Item(String code, String name, int minutes, int times, String per, long fee) {}

  record Plan(String number, String level, Span span, List<Item> items) {

    Optional<Item> item(String code) {
      return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }
  }

  record Suspended(Span span, String why, String basis) {}

  /** One person's file. */
  record Cared(
      String person,
      String area,
      List<Level> levels,
      List<Plan> plans,
      List<Suspended> suspensions) {

    Optional<Level> levelOn(LocalDate day) {
      return levels.stream()
          .filter(level -> !level.assessor().isBlank() && level.span().covers(day))
          .reduce((a, b) -> a.span().from().isAfter(b.span().from()) ? a : b);
    }
  }

  record Agreement(String institution, String area, Span span) {}

  record Barred(String institution, String operator, Span span, String basis) {}

  private record Share(LocalDate from, int tenThousandths) {}

  private record Fund(String openBy, List<Share> shares) {}

  /** SH 62: no shorter and no longer. */
  private static final int LEAST_MONTHS = 3;

  private static final int MOST_MONTHS = 12;

  private final Map<String, Cared> people = new HashMap<>();
  private final Map<String, Fund> funds = new HashMap<>();
  private final List<Agreement> agreements;
  private final List<Barred> barred;

  private CareRolls(Sheet persons, Sheet terms) {
    for (Sheet person : persons.sheets("persons")) {
      if (person.any("long-term-care").isPresent()) {
        people.put(person.text("number"), cared(person));
      }
    }
    for (Sheet fund : terms.sheets("funds")) {
      List<Share> shares =
          fund.sheets("shares").stream()
              .map(s -> new Share(LocalDate.parse(s.text("from")), number(s, "fund")))
              .toList();
      funds.put(fund.text("area"), new Fund(fund.text("open-by"), shares));
    }
    agreements =
        terms.sheets("agreements").stream()
            .map(s -> new Agreement(s.text("institution"), s.text("area"), span(s)))
            .toList();
    barred =
        terms.sheets("barred").stream()
            .map(
                s ->
                    new Barred(s.text("institution"), s.text("operator"), span(s), s.text("basis")))
            .toList();
  }

  /** Read once: every centre of this machine starts with the same. */
  private static final class Shipped {
    static final CareRolls READ =
        of(Sheet.ofResource("people.yaml"), Sheet.ofResource("long-term-care.yaml"));
  }

  static CareRolls ofResources() {
    return Shipped.READ;
  }

  static CareRolls of(Sheet people, Sheet terms) {
    return new CareRolls(people, terms);
  }

  private static Cared cared(Sheet person) {
    Sheet care = person.sheet("long-term-care");
    return new Cared(
        person.text("number"),
        care.text("area"),
        care.sheets("levels").stream()
            .map(s -> new Level(s.text("level"), s.textIfAny("assessor").orElse(""), span(s)))
            .toList(),
        care.sheets("plans").stream().map(CareRolls::plan).toList(),
        care.sheets("suspensions").stream().map(CareRolls::suspended).toList());
  }

  private static Plan plan(Sheet sheet) {
    List<Item> items =
        sheet.sheets("items").stream()
            .map(
                s ->
                    new Item(
                        s.text("code"),
                        s.text("name"),
                        number(s, "minutes"),
                        number(s, "times"),
                        s.text("per"),
                        fen(s.text("fee"))))
            .toList();
    return new Plan(sheet.text("number"), sheet.text("level"), span(sheet), items);
  }

  private static Suspended suspended(Sheet sheet) {
    Span span = span(sheet);
    LocalDate after = span.to().map(last -> last.plusDays(1)).orElse(LocalDate.MAX);
    if (after.isBefore(span.from().plusMonths(LEAST_MONTHS))
        || after.isAfter(span.from().plusMonths(MOST_MONTHS))) {
      throw new IllegalArgumentException(sheet.where() + ": SH 62 has 3 to 12 months");
    }
    return new Suspended(span, sheet.text("why"), sheet.text("basis"));
  }

  private static Span span(Sheet sheet) {
    return new Span(
        LocalDate.parse(sheet.text("from")), sheet.textIfAny("to").map(LocalDate::parse));
  }

  private static int number(Sheet sheet, String key) {
    return Integer.parseInt(sheet.text(key));
  }

  private static long fen(String yuan) {
    if (!yuan.matches("\\d{1,9}\\.\\d{2}")) {
      throw new IllegalArgumentException("Expected yuan with two decimals: " + yuan);
    }
    return Long.parseLong(yuan.replace(".", ""));
  }

  Optional<Cared> find(String person) {
    return Optional.ofNullable(people.get(person));
  }

  /** Of one institution with one area's fund. */
  List<Agreement> agreements(String institution, String area) {
    return agreements.stream()
        .filter(a -> a.institution().equals(institution) && a.area().equals(area))
        .toList();
  }

  /** Of one institution's people. */
  List<Barred> barred(String institution) {
    return barred.stream().filter(b -> b.institution().equals(institution)).toList();
  }

  /** What the fund of {@code area} pays on {@code day}, in ten-thousandths; empty where unknown. */
  Optional<Integer> share(String area, LocalDate day) {
    return Optional.ofNullable(funds.get(area)).stream()
        .flatMap(fund -> fund.shares().stream())
        .filter(share -> !share.from().isAfter(day))
        .reduce((a, b) -> a.from().isAfter(b.from()) ? a : b)
        .map(Share::tenThousandths);
  }

  /** The article that leaves the share open. */
  String openBy(String area) {
    return Optional.ofNullable(funds.get(area)).map(Fund::openBy).orElse("");
  }
}
