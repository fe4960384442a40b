package io.caresettle.gateway;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.identity.Consents;
import io.caresettle.operator.Shift;
import io.caresettle.sdk.Refund;
import io.caresettle.settlement.Refunding;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.writing.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Gives part of a bill back (退费重结): the old bill is cancelled, and what remains is quoted anew
 * under a number of its own, to be settled as any other.
 */
final class RefundRoutes {

  private final Inside inside;
  private final OutcomeJson outcomes;

  RefundRoutes(Inside inside) {
    this.inside = inside;
    this.outcomes = new OutcomeJson(inside);
  }

  List<Route> all() {
    return List.of(
        Route.post("/v1/bills/{number}/refund", this::refund),
        Route.get("/v1/bills/{number}/refund", this::standing),
        Route.get("/v1/bills/{number}/refund/slip", this::slip, "paper", "copy"));
  }

  /** Sent again, also after a crash of either side, it goes on where the refund stood. */
  private Answer refund(Call call) {
    BillId old = inside.bill(call);
    Window window = inside.window(call);
    Eligibility eligibility = inside.ticket(TicketKind.ELIGIBILITY, call);
    Bill remaining = BillReading.of(call.body().at("bill"), inside);
    Consents consents =
        BillReading.consents(call.body().maybe("consents"), remaining.id(), eligibility.patient());
    String reason = call.body().at("reason").text("why, such as 退药");
    Optional<Shift> second = inside.second(call);
    Duration within = inside.within(call);
    call.body().nothingElse();
    Refund refund =
        window.at(
            within,
            counter ->
                counter.refund(old, eligibility, remaining, consents, reason, second, within));
    Json json = json(refund.standing());
    refund.quote().ifPresent(quote -> json.put("quote", inside.quoted(call, quote)));
    return Answer.ok(json);
  }

  private Answer standing(Call call) {
    return Answer.ok(json(begun(inside.bill(call))));
  }

  private Answer slip(Call call) {
    Refunding refunding = begun(inside.bill(call));
    return BillRoutes.printed(
        inside.terminal().refundSlip(refunding.old(), refunding.anew()), call);
  }

  private Refunding begun(BillId old) {
    return inside
        .terminal()
        .refunding(old)
        .orElseThrow(
            () ->
                Problem.of(
                    404,
                    "refund-unknown",
                    "program",
                    "no refund of bill "
                        + old.number()
                        + " was begun here, so nothing was given back: ask for one"));
  }

  private Json json(Refunding refunding) {
    Json json =
        Json.object()
            .put("old", refunding.old().number())
            .put("anew", refunding.anew().number())
            .put("between", refunding.isBetween())
            .put("cancelled", CancelJson.of(refunding.cancelled()));
    refunding.settled().ifPresent(outcome -> json.put("settled", outcomes.of(outcome)));
    return json;
  }
}
