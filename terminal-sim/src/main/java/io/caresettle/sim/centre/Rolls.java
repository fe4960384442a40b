package io.caresettle.sim.centre;

import io.caresettle.sim.entitle.Dates;
import io.caresettle.sim.entitle.History;
import io.caresettle.sim.entitle.HistoryFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who is insured and who is designated: the centre's rolls, read once. */
final class Rolls {

  /** A hospital or a pharmacy under agreement, with the grade of SZ 62. */
  record Place(
      String code,
      String name,
      boolean pharmacy,
      String level,
      char grade,
      String area,
      Agreement agreement) {}

  /**
   * @param chip the last eight bytes of its answer to reset, which its keys come from: 16
   *     hexadecimal digits, in capitals
   * @param lostSince when it was reported lost, if it was before the centre began
   */
  record Card(
      String identifier, String chip, String number, String area, Optional<Instant> lostSince) {}

  /**
   * A relative whose account may pay.
   *
   * @param relation what the relative is to the person
   */
  record Bound(String payer, String relation, LocalDate from, Optional<LocalDate> to) {

    boolean covers(LocalDate day) {
      return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }
  }

  /**
   * @param suspended the pool pays nothing
   * @param accountClosed nor does the account
   */
  record Enrolled(
      String scheme,
      String category,
      String area,
      LocalDate from,
      Optional<LocalDate> to,
      boolean suspended,
      boolean accountClosed) {

    boolean covers(LocalDate day) {
      return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }
  }

  /**
   * Never printed: it holds a name and an identity number.
   *
   * @param openingPastYears the part of the opening balance that past years left
   * @param history from which enrolments are decided, where there is one; the fixed ones are none
   *     then
   * @param covers by commercial insurers and mutual funds
   */
  record Person(
      String number,
      String name,
      String identity,
      Card card,
      Optional<Instant> codesLostSince,
      long openingBalance,
      long openingPastYears,
      List<Enrolled> enrolments,
      Optional<History> history,
      List<Bound> family,
      List<History.OtherCover> covers) {

    @Override
    public String toString() {
      return "Person[" + number + "]";
    }
  }

  private final Map<String, Person> persons;
  private final Map<String, Place> places;

  private Rolls(Map<String, Person> persons, Map<String, Place> places) {
    this.persons = Map.copyOf(persons);
    this.places = Map.copyOf(places);
  }

  /** Read once: every centre of this machine starts with the same. */
  private static final class Shipped {
    static final Rolls READ =
        of(Sheet.ofResource("people.yaml"), Sheet.ofResource("institutions.yaml"));
  }

  static Rolls ofResources() {
    return Shipped.READ;
  }

  static Rolls of(Sheet people, Sheet institutions) {
    Insurers insurers = Insurers.ofResources();
    return new Rolls(
        byKey(people.sheets("persons"), sheet -> person(sheet, insurers), Person::number),
        byKey(institutions.sheets("institutions"), Rolls::place, Place::code));
  }

  private static <T> Map<String, T> byKey(
      List<Sheet> sheets, Function<Sheet, T> read, Function<T, String> key) {
    Map<String, T> all = new LinkedHashMap<>();
    for (Sheet sheet : sheets) {
      T one = read.apply(sheet);
      if (all.put(key.apply(one), one) != null) {
        throw new IllegalArgumentException(sheet.where() + ": twice " + key.apply(one));
      }
    }
    return all;
  }

  private static Person person(Sheet sheet, Insurers insurers) {
    Optional<History> history = history(sheet);
    List<History.OtherCover> covers =
        history
            .map(History::covers)
            .filter(known -> !known.isEmpty())
            .orElseGet(() -> sheet.sheets("covers").stream().map(c -> cover(c, insurers)).toList());
    Sheet card = sheet.sheet("card");
    return new Person(
        sheet.text("number"),
        sheet.text("name"),
        sheet.text("identity"),
        new Card(
            card.text("identifier"),
            card.text("chip"),
            card.text("number"),
            card.text("area"),
            moment(card, "lost-since")),
        moment(sheet, "codes-lost-since"),
        fen(sheet.text("balance")),
        sheet.textIfAny("past-years").map(Rolls::fen).orElse(0L),
        sheet.sheets("enrolments").stream().map(Rolls::enrolled).toList(),
        history,
        sheet.sheets("family").stream().map(Rolls::bound).toList(),
        covers);
  }

  private static History.OtherCover cover(Sheet sheet, Insurers insurers) {
    Insurers.Insurer by =
        insurers
            .find(sheet.text("payer"))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        sheet.where() + ": no insurer " + sheet.text("payer")));
    return new History.OtherCover(
        by.id(),
        by.name(),
        by.mutual(),
        new Dates(
            LocalDate.parse(sheet.text("from")), sheet.textIfAny("to").map(LocalDate::parse)));
  }

  private static Optional<Instant> moment(Sheet sheet, String key) {
    return sheet.textIfAny(key).map(text -> OffsetDateTime.parse(text).toInstant());
  }

  private static Bound bound(Sheet sheet) {
    return new Bound(
        sheet.text("payer"),
        sheet.text("relation"),
        LocalDate.parse(sheet.text("from")),
        sheet.textIfAny("to").map(LocalDate::parse));
  }

  private static Enrolled enrolled(Sheet sheet) {
    return new Enrolled(
        sheet.text("scheme"),
        sheet.text("category"),
        sheet.text("area"),
        LocalDate.parse(sheet.text("from")),
        sheet.textIfAny("to").map(LocalDate::parse),
        sheet.flag("suspended"),
        false);
  }

  /** The text of a person file, of the same person; it stands in place of enrolments. */
  private static Optional<History> history(Sheet sheet) {
    Optional<History> history =
        sheet.textIfAny("history").map(text -> HistoryFile.read(sheet.where(), text));
    if (history.isPresent() && !sheet.sheets("enrolments").isEmpty()) {
      throw new IllegalArgumentException(sheet.where() + ": enrolments and a history");
    }
    if (history.filter(h -> !h.number().equals(sheet.text("number"))).isPresent()) {
      throw new IllegalArgumentException(sheet.where() + ": the history is another person's");
    }
    return history;
  }

  private static Place place(Sheet sheet) {
    return new Place(
        sheet.text("code"),
        sheet.text("name"),
        sheet.text("kind").equals("pharmacy"),
        sheet.text("level"),
        sheet.text("grade").charAt(0),
        sheet.text("area"),
        Agreement.of(sheet));
  }

  static long fen(String yuan) {
    if (!yuan.matches("\\d{1,12}\\.\\d{2}")) {
      throw new IllegalArgumentException("Expected yuan with two decimals: " + yuan);
    }
    return Long.parseLong(yuan.replace(".", ""));
  }

  Optional<Person> person(String number) {
    return Optional.ofNullable(persons.get(number));
  }

  Optional<Place> place(String code) {
    return Optional.ofNullable(places.get(code));
  }

  /** The persons by the pseudonym that stands for them in codes. */
  Map<String, Person> byPseudonym(Function<String, String> pseudonymOfPersonNumber) {
    Map<String, Person> all = new HashMap<>();
    persons.values().forEach(p -> all.put(pseudonymOfPersonNumber.apply(p.number()), p));
    return all;
  }

  /** The person whose card this is, when all that the card says fits. */
  Optional<Person> holder(String identifier, String number, String area, String identity) {
    return persons.values().stream()
        .filter(
            p ->
                p.card().identifier().equals(identifier)
                    && p.card().number().equals(number)
                    && p.card().area().equals(area)
                    && p.identity().equals(identity))
        .findFirst();
  }

  /**
   * Whether a card with this chip is on the rolls. The keys follow from the chip and say nothing of
   * the identifier, so a genuine card could otherwise claim to be any other.
   *
   * @param card as {@link LossList#card} writes it
   */
  boolean isChipOf(String card, String chip) {
    return persons.values().stream()
        .map(Person::card)
        .anyMatch(c -> LossList.card(c.identifier()).equals(card) && c.chip().equals(chip));
  }

  List<Person> persons() {
    return List.copyOf(persons.values());
  }
}
