package io.caresettle.gateway;

import io.caresettle.centre.EmergencyArrival;
import io.caresettle.centre.EmergencyRegistration;
import io.caresettle.centre.Merged;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.writing.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody in need who cannot show a credential (R-BEN-09). The registration is no ticket: the
 * caller keeps it, for whoever names the person may come days later, at another till.
 */
final class EmergencyRoutes {

  private final Inside inside;

  EmergencyRoutes(Inside inside) {
    this.inside = inside;
  }

  List<Route> all() {
    return List.of(
        Route.post("/v1/emergencies", this::register),
        Route.post("/v1/emergencies/merge", this::merge),
        Route.post("/v1/emergencies/withdraw", this::withdraw));
  }

  private Answer register(Call call) {
    Given body = call.body();
    Window window = inside.window(call);
    Given said = body.at("visit");
    Visit visit = VisitReading.of(said, said.at("number").text("the number of the visit"));
    EmergencyArrival arrival =
        new EmergencyArrival(
            visit,
            body.maybe("statedName").map(name -> name.text("a person's name", PersonName::of)),
            statedNumber(body),
            body.at("description").text("what others can recognise the person by"),
            body.at("arrivedAt").time());
    Duration within = inside.within(call);
    body.nothingElse();
    return Answer.of(
        201, json(window.at(within, counter -> counter.registerEmergency(arrival, within))));
  }

  private static Optional<IdentityNumber> statedNumber(Given body) {
    return body.maybe("statedNumber")
        .map(number -> number.text("an identity number of 18 characters", IdentityNumber::parse));
  }

  private Answer merge(Call call) {
    Window window = inside.window(call);
    Patient patient = inside.ticket(TicketKind.PATIENT, call);
    EmergencyRegistration emergency = emergency(call.body().at("emergency"));
    Duration within = inside.within(call);
    call.body().nothingElse();
    Merged merged = window.at(within, counter -> counter.merge(emergency, patient, within));
    return Answer.ok(
        Json.object()
            .put("registration", merged.registrationId())
            .put("visit", emergency.visitNumber())
            .put("mergedAt", merged.mergedAt().toString()));
  }

  private Answer withdraw(Call call) {
    Window window = inside.window(call);
    EmergencyRegistration emergency = emergency(call.body().at("emergency"));
    String reason = call.body().at("reason").text("why nothing will be settled for it");
    call.body().nothingElse();
    return window.at(
        inside.settings().deadline,
        counter -> {
          counter.withdraw(emergency, reason);
          return Answer.ok(
              Json.object().put("registration", emergency.registrationId()).put("withdrawn", true));
        });
  }

  /** As it was answered; what it is worth, the centre says. */
  private static EmergencyRegistration emergency(Given given) {
    Instant at = given.at("registeredAt").time();
    return new EmergencyRegistration(
        given.at("registration").text("the centre's number of the registration"),
        given.at("temporaryPerson").text("the number that stands for the person"),
        given.at("visit").text("the number of the visit"),
        at);
  }

  private static Json json(EmergencyRegistration emergency) {
    return Json.object()
        .put("registration", emergency.registrationId())
        .put("temporaryPerson", emergency.temporaryPersonNumber())
        .put("visit", emergency.visitNumber())
        .put("registeredAt", emergency.registeredAt().toString());
  }
}
