package io.caresettle.gateway;

import io.caresettle.eligibility.Injury;
import io.caresettle.eligibility.OutsidePrescription;
import io.caresettle.eligibility.Visit;
import io.caresettle.policy.plan.CareType;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Reads what is known of a visit. */
final class VisitReading {

  private static final int MOST_EXCLUSIONS = 5;

  private VisitReading() {}

  /** The visit that the patient was registered for, whose number may be said again. */
  static Visit ofRegistered(Given given, String registered) {
    Optional<Given> said = given.maybe("number");
    Visit visit = of(given, registered);
    if (said.filter(n -> !n.text("the number of the visit").equals(registered)).isPresent()) {
      throw Problem.at(
          409,
          "ticket-of-another-visit",
          given.at("number").pointer(),
          "another visit than the one that the patient was identified for",
          "that one",
          "identify the person for this visit");
    }
    return visit;
  }

  /** The visit of this number. */
  static Visit of(Given given, String number) {
    Visit visit =
        new Visit(
            number,
            given.at("careType").word(CareType.class),
            given.at("serviceDate").day(),
            given.maybe("prescription").map(VisitReading::prescription));
    visit = with(visit, given, "discharged", (v, day) -> v.discharged(day.day()));
    visit = with(visit, given, "uploaded", (v, day) -> v.uploaded(day.day()));
    visit = with(visit, given, "injury", (v, cause) -> v.with(injury(cause)));
    visit = with(visit, given, "disease", (v, code) -> v.forDisease(code.text("a disease's code")));
    visit = with(visit, given, "filing", (v, id) -> v.filedAs(id.text("the number of a filing")));
    visit = with(visit, given, "excluded", VisitReading::excluded);
    visit = when(visit, given, "emergency", Visit::asEmergency);
    visit = when(visit, given, "internet", Visit::overTheInternet);
    visit = when(visit, given, "certified", Visit::certifiedByTheHospital);
    visit = when(visit, given, "dualChannel", Visit::ofDualChannelDrugs);
    return visit.by(
        optionalText(given, "department", "a department's number"),
        optionalText(given, "prescriber", "a prescriber's number"));
  }

  private static Visit excluded(Visit visit, Given kinds) {
    List<Visit.Excluded> told =
        kinds.list(MOST_EXCLUSIONS).stream().map(each -> each.word(Visit.Excluded.class)).toList();
    return told.isEmpty()
        ? visit
        : visit.excludedAs(told.get(0), told.toArray(new Visit.Excluded[0]));
  }

  private static Injury injury(Given given) {
    return new Injury(
        given.at("other").word(Injury.OtherPayer.class),
        given.maybe("declaration").map(number -> number.text("a declaration's number")),
        given.maybe("decision").map(word -> word.word(Injury.Decision.class)),
        given.maybe("recovery").map(number -> number.text("the number of a file")));
  }

  private static OutsidePrescription prescription(Given given) {
    return new OutsidePrescription(
        given.at("number").text("the prescription's number"),
        given.at("hospital").text("the code of the hospital that issued it"),
        given.maybe("designated").map(Given::truth).orElse(true),
        given.maybe("validUntil").map(Given::day),
        given
            .maybe("standing")
            .map(word -> word.word(OutsidePrescription.Standing.class))
            .orElse(OutsidePrescription.Standing.OPEN),
        given.at("pharmacist").text("the reviewing pharmacist's number"),
        given.at("reviewedAt").time());
  }

  private static Visit with(
      Visit visit, Given given, String key, BiFunction<Visit, Given, Visit> change) {
    Optional<Given> there = given.maybe(key);
    return there.isPresent() ? change.apply(visit, there.get()) : visit;
  }

  private static Visit when(Visit visit, Given given, String key, UnaryOperator<Visit> change) {
    return given.maybe(key).filter(Given::truth).isPresent() ? change.apply(visit) : visit;
  }

  private static String optionalText(Given given, String key, String expected) {
    return given.maybe(key).map(each -> each.text(expected)).orElse("");
  }
}
