package io.caresettle.gateway;

import io.caresettle.credential.Credential;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.identity.Presented;
import io.caresettle.identity.Purpose;
import io.caresettle.identity.Registration;
import io.caresettle.sdk.Counter;
import io.caresettle.writing.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who is at the counter, and what they may have. */
final class PatientRoutes {

  private final Inside inside;

  PatientRoutes(Inside inside) {
    this.inside = inside;
  }

  List<Route> all() {
    return List.of(
        Route.get(
            "/v1/readers",
            call -> Answer.ok(Json.object().putTexts("readers", inside.settings().cards.names()))),
        Route.post("/v1/identify", this::identify),
        Route.post("/v1/eligibility", this::eligibility));
  }

  private Answer identify(Call call) {
    Given body = call.body();
    Window window = inside.window(call);
    CredentialReading shown = CredentialReading.of(body.at("credential"));
    Registration registration = PersonReading.registration(body.at("registration"));
    Optional<Purpose> purpose = body.maybe("purpose").map(word -> word.word(Purpose.class));
    Duration within = inside.within(call);
    body.nothingElse();
    String shift = body.at("shift").text("a ticket");
    return window.at(
        within,
        counter -> {
          String gone = "a ticket of a patient who has left: this counter serves another since";
          inside.tickets().spendAll(TicketKind.PATIENT, shift, gone);
          inside.tickets().spendAll(TicketKind.ELIGIBILITY, shift, gone);
          Credential read = shown.read(inside, counter, registration.visitNumber(), within);
          Patient patient = identified(counter, read, registration, purpose, within);
          return answer(
              patient,
              inside.give(TicketKind.PATIENT, call, registration.visitNumber(), "", patient));
        });
  }

  private static Patient identified(
      Counter counter,
      Credential read,
      Registration registration,
      Optional<Purpose> purpose,
      Duration within) {
    return purpose.isPresent()
        ? counter.identify(new Presented(read, purpose.get(), ""), registration, within)
        : counter.identify(read, registration, within);
  }

  private static Answer answer(Patient patient, String ticket) {
    return Answer.ok(
        Json.object()
            .put("patient", ticket)
            .put("visit", patient.registration().visitNumber())
            .put("maskedName", patient.verdict().maskedName())
            .put("maskedNumber", patient.verdict().maskedNumber())
            .put("credential", Given.wordOf(patient.verdict().credential()))
            .put("zh", patient.verdict().zh())
            .put("en", patient.verdict().en()));
  }

  private Answer eligibility(Call call) {
    Given body = call.body();
    Window window = inside.window(call);
    Patient patient = inside.ticket(TicketKind.PATIENT, call);
    String registered = patient.registration().visitNumber();
    Visit visit = VisitReading.ofRegistered(body.at("visit"), registered);
    body.nothingElse();
    Eligibility may =
        window.at(inside.settings().deadline, counter -> counter.eligibility(patient, visit));
    return Answer.ok(
        EligibilityJson.of(may, inside.give(TicketKind.ELIGIBILITY, call, registered, "", may)));
  }
}
