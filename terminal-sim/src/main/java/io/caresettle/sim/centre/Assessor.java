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
import java.util.List;
import java.util.Optional;

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
    Insurers insurers,
    LeaveBook leave) {

  private static final long MOST_MICROS = 1_000_000_000_000L;
  private static final long MOST_E4 = 10_000_000_000L;

  /**
   * A judged bill, and whose year and balance it was judged on.
   *
   * @param split with what commercial insurers and mutual funds pay of the person's part
   */
  record Assessed(Accounts.Year year, Judgement judgement, Split split) {

    private static Split publicLayers(Judgement judgement) {
      return Split.newBuilder()
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
    }
  }

  Assessed assess(TrialBody body, Request request) throws Refused {
    Rolls.Place place = place(body, request);
    LocalDate day = serviceDate(body, request.today());
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
    Claim claim =
        new Claim(
            enrolled.scheme(),
            enrolled.area(),
            enrolled.category(),
            body.getVisit().getCareType(),
            place.level(),
            day,
            payers.of(enrolled, place, body.getVisit(), request.now()),
            accounts.sums(year),
            accounts.balance(person.number()),
            items.items(),
            lines(body));
    Judgement judgement = judge(claim);
    return new Assessed(
        year,
        judgement,
        insurers.pay(
            Assessed.publicLayers(judgement), leave.decide(person, day, request.today())));
  }

  private Rolls.Place place(TrialBody body, Request request) throws Refused {
    if (!body.getInstitutionCode().equals(request.institution())) {
      throw Reason.UNKNOWN_INSTITUTION.because();
    }
    Rolls.Place place =
        rolls.place(request.institution()).orElseThrow(Reason.UNKNOWN_INSTITUTION::because);
    String care = place.pharmacy() ? "pharmacy" : "outpatient";
    if (!body.getVisit().getCareType().equals(care)) {
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
