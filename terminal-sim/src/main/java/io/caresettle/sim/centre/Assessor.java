package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.FeeLine;
import io.caresettle.protocol.wire.Split;
import io.caresettle.protocol.wire.TrialBody;
import io.caresettle.sim.adjudicate.CannotAdjudicate;
import io.caresettle.sim.adjudicate.Claim;
import io.caresettle.sim.adjudicate.Judgement;
import io.caresettle.sim.adjudicate.LawBook;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges a bill on the sums of now; trial and settlement ask the same questions. */
record Assessor(
    Rolls rolls,
    Insurance insurance,
    ItemList items,
    LawBook law,
    OpenPayers payers,
    RegistrationBook registrations,
    Presence presence,
    Accounts accounts,
    AccountPayments payments,
    Insurers insurers,
    LeaveBook leave) {

  private static final String INPATIENT = "inpatient";
  private static final long MOST_MICROS = 1_000_000_000_000L;
  private static final long MOST_E4 = 10_000_000_000L;

  /**
   * A judged bill, and whose year and balance it was judged on.
   *
   * @param growth what it adds to the sums of the year
   * @param claim as it was judged; empty where the bill is none of care
   * @param lines how each line was cut
   * @param besidesCare what the account pays, where the bill is none of care
   */
  record Assessed(
      Accounts.Year year,
      Split split,
      Map<String, Long> growth,
      Optional<Claim> claim,
      List<Judgement.Line> lines,
      Optional<AccountPayments.Paid> besidesCare) {

    private static Assessed of(Accounts.Year year, Claim claim, Judgement judgement) {
      Split split =
          Split.newBuilder()
              .setTotal(judgement.total())
              .setOutOfCatalogue(judgement.outOfCatalogue())
              .setOverLimit(judgement.overLimit())
              .setFirstSelfPay(judgement.firstSelfPay())
              .setInScope(judgement.inScope())
              .setDeductible(judgement.deductible())
              .setPoolFund(judgement.poolFund())
              .setPersonalAccount(judgement.personalAccount())
              .setCash(judgement.cash())
              .build();
      return new Assessed(
          year,
          split,
          judgement.growth(),
          Optional.of(claim),
          judgement.lines(),
          Optional.empty());
    }

    private static Assessed of(Accounts.Year year, AccountPayments.Paid paid) {
      return new Assessed(
          year, paid.split(), Map.of(), Optional.empty(), List.of(), Optional.of(paid));
    }

    /** The same with what commercial insurers and mutual funds pay of the person's part. */
    private Assessed with(Split paidByOthers) {
      return new Assessed(year, paidByOthers, growth, claim, lines, besidesCare);
    }
  }

  Assessed assess(TrialBody body, Request request) throws Refused {
    Rolls.Place place = place(body, request);
    LocalDate day = serviceDate(body, request.today());
    place.agreement().require(day, request.today());
    Rolls.Person person = present(body, request);
    if (!place.area().equals(body.getArea())) {
      throw Reason.OUT_OF_AREA.because();
    }
    Rolls.Enrolled enrolled =
        insurance
            .on(person, body.getScheme(), body.getArea(), day, request.today())
            .orElseThrow(Reason.NOT_ENROLLED::because);
    Accounts.Year year =
        new Accounts.Year(person.number(), enrolled.scheme(), enrolled.area(), day.getYear());
    if (body.hasAccountUse()) {
      return Assessed.of(year, payments.pay(body, person, enrolled, day));
    }
    Claim claim =
        new Claim(
            enrolled.scheme(),
            enrolled.area(),
            enrolled.category(),
            body.getVisit().getCareType(),
            place.level(),
            day,
            payers.of(enrolled, place, body, day, request),
            accounts.sums(year),
            accounts.balance(person.number()),
            items.items(),
            lines(body));
    claim = ofStay(claim, body, year, request.today());
    Assessed assessed = Assessed.of(year, claim, judge(claim));
    return assessed.with(
        insurers.pay(assessed.split(), leave.decide(person, day, request.today())));
  }

  /**
   * Judges a settled bill again by what was decided of it then, on other sums. Who the person is,
   * and what was open, is not asked anew.
   */
  Judgement again(
      TrialBody body,
      Accounts.Year year,
      String category,
      String level,
      Set<String> open,
      Map<String, Long> sums) {
    try {
      return judge(
          new Claim(
              year.scheme(),
              year.area(),
              category,
              body.getVisit().getCareType(),
              level,
              LocalDate.parse(body.getVisit().getServiceDate()),
              open,
              sums,
              0,
              items.items(),
              lines(body)));
    } catch (Refused e) {
      throw new IllegalStateException("What was settled cannot be judged again", e);
    }
  }

  /** What a settlement uses up besides money. */
  void use(String settlement, TrialBody body) {
    rolls
        .place(body.getInstitutionCode())
        .ifPresent(place -> payers.used().use(settlement, place, body.getVisit()));
  }

  /**
   * A stay is judged from its first day to its last; one that goes on ends today. It has one bill
   * here, so what counts the bills of one stay is nothing yet.
   */
  private Claim ofStay(Claim claim, TrialBody body, Accounts.Year year, LocalDate today)
      throws Refused {
    if (!body.getVisit().getCareType().equals(INPATIENT)) {
      return claim;
    }
    String last = body.getVisit().getDischargeDate();
    try {
      Claim stay =
          claim
              .until(last.isEmpty() ? today : LocalDate.parse(last))
              .in(new Claim.Circumstances("none", "none", "home", accounts.stays(year) + 1, "A"));
      Map<String, Long> sums = new LinkedHashMap<>(stay.yearToDate());
      sums.keySet().removeAll(law.keeping(stay).ofTheStay());
      return stay.after(sums);
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw Reason.SERVICE_DATE.because();
    } catch (CannotAdjudicate e) {
      throw Reason.NO_LAW.because();
    }
  }

  private Rolls.Place place(TrialBody body, Request request) throws Refused {
    if (!body.getInstitutionCode().equals(request.institution())) {
      throw Reason.UNKNOWN_INSTITUTION.because();
    }
    Rolls.Place place =
        rolls.place(request.institution()).orElseThrow(Reason.UNKNOWN_INSTITUTION::because);
    Set<String> given = place.pharmacy() ? Set.of("pharmacy") : Set.of("outpatient", INPATIENT);
    if (!given.contains(body.getVisit().getCareType())) {
      throw Reason.CARE_TYPE.because();
    }
    return place;
  }

  /** R-ELIG-22: the day of service decides. SZ 72: another year's bill goes the way by hand. */
  private static LocalDate serviceDate(TrialBody body, LocalDate today) throws Refused {
    LocalDate day;
    try {
      day = LocalDate.parse(body.getVisit().getServiceDate());
    } catch (DateTimeParseException e) {
      throw Reason.MALFORMED.because();
    }
    if (day.isAfter(today) || day.getYear() != today.getYear()) {
      throw Reason.SERVICE_DATE.because();
    }
    return day;
  }

  /** SZ 64: nothing without the real-name check, so a look-up must have come before. */
  private Rolls.Person present(TrialBody body, Request request) throws Refused {
    String visit = body.getVisit().getVisitNumber();
    if (registrations.isTemporary(body.getPersonNumber())) {
      throw Reason.TEMPORARY_PERSON.because();
    }
    presence.require(visit, body.getPersonNumber(), request);
    Optional<RegistrationBook.Entry> registered =
        registrations.ofVisit(request.institution(), visit);
    if (registered.isPresent()) {
      requireMerged(registered.get(), body.getPersonNumber());
    }
    return rolls.person(body.getPersonNumber()).orElseThrow(Reason.NOT_IDENTIFIED::because);
  }

  private static void requireMerged(RegistrationBook.Entry entry, String person) throws Refused {
    if (entry.withdrawnAt().isPresent() || !entry.person().orElse(person).equals(person)) {
      throw Reason.VISIT_OF_ANOTHER.because();
    }
    if (entry.mergedAt().isEmpty()) {
      throw Reason.NOT_MERGED.because();
    }
  }

  private static List<Claim.Line> lines(TrialBody body) throws Refused {
    List<Claim.Line> lines = new ArrayList<>();
    for (FeeLine line : body.getLinesList()) {
      if (line.getUnitPriceMicros() < 0
          || line.getUnitPriceMicros() > MOST_MICROS
          || line.getQuantityE4() <= 0
          || line.getQuantityE4() > MOST_E4
          || line.getLineTotal() < 0) {
        throw Reason.QUANTITY.about(line.getLineId());
      }
      lines.add(
          Claim.Line.scaled(
              line.getLineId(),
              line.getCatalogueCode(),
              line.getUnitPriceMicros(),
              line.getQuantityE4(),
              line.getLineTotal()));
    }
    if (lines.isEmpty()) {
      throw Reason.QUANTITY.because();
    }
    return lines;
  }

  private Judgement judge(Claim claim) throws Refused {
    try {
      return law.judge(claim);
    } catch (CannotAdjudicate e) {
      switch (e.reason()) {
        case UNKNOWN_ITEM -> throw Reason.UNKNOWN_ITEM.about(e.subject());
        case LINE_TOTAL -> throw Reason.LINE_TOTAL.about(e.subject());
        case MALFORMED_CLAIM -> throw Reason.QUANTITY.about(e.subject());
        case NO_LAW, TWO_LAWS, PARAMETER_NOT_PUBLISHED -> throw Reason.NO_LAW.because();
        case MALFORMED_PACK -> throw e;
      }
      throw e;
    }
  }
}
