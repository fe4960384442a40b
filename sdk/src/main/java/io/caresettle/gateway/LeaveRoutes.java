package io.caresettle.gateway;

import io.caresettle.credential.PersonName;
import io.caresettle.eligibility.Authorisation;
import io.caresettle.eligibility.DataLeave;
import io.caresettle.eligibility.Injury;
import io.caresettle.eligibility.ThirdPartyDecision;
import io.caresettle.eligibility.ThirdPartyDeclaration;
import io.caresettle.identity.Patient;
import io.caresettle.money.Money;
import io.caresettle.writing.Json;
import java.util.List;

/**
 * What a patient signs on paper and the centre is told before the bill: leave to pass data on to an
 * insurer or a mutual fund (R-DATA-07), and how an injury came about (R-SCOPE-03).
 */
final class LeaveRoutes {

  private final Inside inside;

  LeaveRoutes(Inside inside) {
    this.inside = inside;
  }

  List<Route> all() {
    return List.of(
        Route.post("/v1/leaves", this::give),
        Route.post("/v1/leaves/revoke", this::revoke),
        Route.post("/v1/injuries", this::injury));
  }

  /** It counts from the next verdict on. */
  private Answer give(Call call) {
    Window window = inside.window(call);
    Patient patient = inside.ticket(TicketKind.PATIENT, call);
    DataLeave leave = leave(call.body());
    call.body().nothingElse();
    return Answer.of(
        201,
        json(window.at(inside.settings().deadline, counter -> counter.authorise(patient, leave))));
  }

  private static DataLeave leave(Given body) {
    Given from = body.at("from");
    try {
      return new DataLeave(
          body.at("payer").text("the centre's number of an insurer or fund"),
          body.at("purpose").word(Authorisation.Purpose.class),
          from.day(),
          body.maybe("to").map(Given::day),
          body.at("signedBy").text("a person's name", PersonName::of),
          body.maybe("relation")
              .map(word -> word.word(DataLeave.Signer.class))
              .orElse(DataLeave.Signer.SELF),
          body.at("signedAt").time());
    } catch (IllegalArgumentException e) {
      throw from.wrong("a first day that is not after the last one");
    }
  }

  /** Shown as it was given: the centre knows it by its number. */
  private Answer revoke(Call call) {
    Window window = inside.window(call);
    Patient patient = inside.ticket(TicketKind.PATIENT, call);
    Authorisation given = given(call.body().at("leave"), patient);
    String reason = call.body().at("reason").text("why it is taken back");
    call.body().nothingElse();
    return Answer.ok(
        json(
            window.at(
                inside.settings().deadline, counter -> counter.revoke(patient, given, reason))));
  }

  private static Authorisation given(Given leave, Patient patient) {
    Given from = leave.at("from");
    try {
      return new Authorisation(
          leave.at("id").text("the centre's number of the leave"),
          patient.personNumber(),
          leave.at("payer").text("the centre's number of an insurer or fund"),
          leave.at("purpose").word(Authorisation.Purpose.class),
          from.day(),
          leave.maybe("to").map(Given::day),
          leave.maybe("revoked").map(Given::day));
    } catch (IllegalArgumentException e) {
      throw from.wrong("a first day that is not after the last one");
    }
  }

  private static Json json(Authorisation leave) {
    Json json =
        Json.object()
            .put("id", leave.id())
            .put("payer", leave.payer())
            .put("purpose", Given.wordOf(leave.purpose()))
            .put("from", leave.from().toString());
    leave.to().ifPresent(day -> json.put("to", day.toString()));
    leave.revoked().ifPresent(day -> json.put("revoked", day.toString()));
    return json;
  }

  /** What it answers goes into the visit's {@code injury} before its verdict is asked. */
  private Answer injury(Call call) {
    Window window = inside.window(call);
    Patient patient = inside.ticket(TicketKind.PATIENT, call);
    ThirdPartyDeclaration declaration = declaration(call.body());
    call.body().nothingElse();
    ThirdPartyDecision decision =
        window.at(
            inside.settings().deadline, counter -> counter.declareThirdParty(patient, declaration));
    Json json =
        Json.object()
            .put("declaration", decision.declarationId())
            .put("decision", Given.wordOf(decision.decision()));
    decision.recovery().ifPresent(file -> json.put("recovery", file));
    return Answer.of(201, json);
  }

  private static ThirdPartyDeclaration declaration(Given body) {
    Given other = body.at("other");
    try {
      return new ThirdPartyDeclaration(
          body.at("cause").word(ThirdPartyDeclaration.Cause.class),
          other.word(Injury.OtherPayer.class),
          body.at("injuredOn").day(),
          body.at("place").text("where it happened"),
          body.maybe("otherName").map(name -> name.text("who the other payer is")).orElse(""),
          body.maybe("otherPaid").map(Given::yuan).orElse(Money.ZERO),
          body.maybe("advanceAsked").map(Given::truth).orElse(false),
          body.at("declarant").text("who declares it"),
          body.maybe("relation").map(word -> word.text("how they are related")).orElse("本人"),
          body.at("declaredAt").time());
    } catch (IllegalArgumentException e) {
      throw other.wrong(
          "somebody else who is liable where the fund is asked to pay first, and nothing negative"
              + " that was paid");
    }
  }
}
