package io.caresettle.gateway;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.identity.Consents;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.split.Bill;
import io.caresettle.split.Estimate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a bill will cost whom, and its settlement. */
final class QuoteRoutes {

  private final Inside inside;
  private final OutcomeJson outcomes;

  QuoteRoutes(Inside inside) {
    this.inside = inside;
    this.outcomes = new OutcomeJson(inside);
  }

  List<Route> all() {
    return List.of(
        Route.post("/v1/estimates", this::estimate),
        Route.post("/v1/quotes", this::quote),
        Route.post("/v1/bills/{number}/settle", this::settle));
  }

  private Answer estimate(Call call) {
    Window window = inside.window(call);
    Eligibility eligibility = inside.ticket(TicketKind.ELIGIBILITY, call);
    Bill bill = BillReading.of(call.body().at("bill"), inside);
    call.body().nothingElse();
    return window.at(
        inside.settings().deadline,
        counter -> {
          Estimate estimate = counter.estimate(eligibility, bill);
          Optional<Estimate> notional = counter.notionalEstimate(eligibility, bill);
          return Answer.ok(FiguresJson.estimate(estimate, notional));
        });
  }

  private Answer quote(Call call) {
    Window window = inside.window(call);
    Eligibility eligibility = inside.ticket(TicketKind.ELIGIBILITY, call);
    Bill bill = BillReading.of(call.body().at("bill"), inside);
    Consents consents =
        BillReading.consents(call.body().maybe("consents"), bill.id(), eligibility.patient());
    Duration within = inside.within(call);
    call.body().nothingElse();
    Quote quote = window.at(within, counter -> counter.quote(eligibility, bill, consents, within));
    return Answer.ok(inside.quoted(call, quote));
  }

  /**
   * A quote's ticket is not spent by this: whoever lost the answer sends the same again, and is
   * told how the bill ended.
   */
  private Answer settle(Call call) {
    Window window = inside.window(call);
    Quote quote = inside.ticket(TicketKind.QUOTE, call);
    Given shown = call.body().at("quote");
    Given digest = call.body().at("digest");
    String confirmed = digest.text("the digest that the quote gave");
    Duration within = inside.within(call);
    call.body().nothingElse();
    String bound = inside.tickets().boundOf(shown).matter();
    if (!bound.startsWith(call.path("number") + "@")) {
      throw Problem.at(
          409,
          "ticket-of-another-bill",
          shown.pointer(),
          "a quote of another bill than the path's",
          "the quote of this bill",
          "ask for a quote of it");
    }
    if (!bound.endsWith("@" + confirmed)) {
      throw Problem.at(
          409,
          "ticket-of-another-body",
          digest.pointer(),
          "the digest of other figures than the quote's",
          "the digest that the quote gave",
          "show the patient the figures of this quote");
    }
    SettlementOutcome outcome =
        window.at(within, counter -> counter.settle(quote.bill(), quote, within));
    return Answer.ok(outcomes.of(outcome));
  }
}
