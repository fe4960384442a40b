package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.Enrolment;
import io.caresettle.protocol.wire.InsuredPerson;
import io.caresettle.protocol.wire.Interruption;
import io.caresettle.protocol.wire.Period;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a look-up tells of a person's enrolments: decided from a history, or as the rolls have it.
 */
record EnrolmentsTold(Insurance insurance, Accounts accounts) {

  void tell(InsuredPerson.Builder described, Rolls.Person person, LocalDate today) {
    Optional<DecidedDates> decided = insurance.decided(person, today, today);
    if (decided.isEmpty()) {
      for (Rolls.Enrolled enrolled : person.enrolments()) {
        Map<String, Long> sums = sums(person, enrolled.scheme(), enrolled.area(), today);
        described.addEnrolments(describe(enrolled, sums, today.getYear()));
      }
      return;
    }
    described
        .addAllEnrolments(
            decided
                .get()
                .enrolments(
                    cover ->
                        sums(
                            person,
                            cover.scheme().name().toLowerCase(Locale.ROOT),
                            cover.area(),
                            today)))
        .setEntitlements(decided.get().entitlements());
  }

  private Map<String, Long> sums(Rolls.Person person, String scheme, String area, LocalDate today) {
    return accounts.sums(new Accounts.Year(person.number(), scheme, area, today.getYear()));
  }

  /** What the rolls say of an enrolment, in the form of dates. */
  private static Enrolment describe(
      Rolls.Enrolled enrolled, Map<String, Long> sums, int settlementYear) {
    boolean employee = enrolled.scheme().equals("employee");
    Enrolment.Builder described =
        Enrolment.newBuilder()
            .setScheme(enrolled.scheme())
            .setCategory(enrolled.category())
            .setArea(enrolled.area())
            .setFrom(enrolled.from().toString())
            .setTo(enrolled.to().map(LocalDate::toString).orElse(""))
            .setPoolSuspended(enrolled.suspended())
            .setKind(employee ? "employer" : "resident")
            .setAccountFrom(employee ? enrolled.from().toString() : "")
            .setSumsOfYear(settlementYear)
            .putAllYearToDate(sums);
    if (enrolled.suspended()) {
      described.addInterruptions(
          Interruption.newBuilder()
              .setPeriod(Period.newBuilder().setFrom(enrolled.from().toString()))
              .setScope(Interruption.Scope.POOL)
              .setCause(
                  employee ? Interruption.Cause.EMPLOYER_ARREARS : Interruption.Cause.OWN_ARREARS));
    }
    return described.build();
  }
}
