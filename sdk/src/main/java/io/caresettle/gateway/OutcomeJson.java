package io.caresettle.gateway;

import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.SettlementOutcome.SettledDifferently;
import io.caresettle.writing.Json;

/** How a bill ended, as JSON. Other figures come with the ticket to take them. */
final class OutcomeJson {

  private final Inside inside;

  OutcomeJson(Inside inside) {
    this.inside = inside;
  }

  Json of(SettlementOutcome outcome) {
    Json json = Json.object().put("bill", outcome.bill().number());
    return outcome.fold(
        settled ->
            EndingWords.SETTLED
                .in(json.put("ending", "settled"))
                .put("settlement", settled.settlementId())
                .put("split", FiguresJson.split(settled.split())),
        differently -> differently(json, differently),
        refused ->
            EndingWords.next(
                json.put("ending", "refused")
                    .put("code", refused.code())
                    .put("zh", refused.zh())
                    .put("en", refused.en())
                    .put("legalBasis", refused.legalBasis()),
                refused.next()),
        unknown ->
            EndingWords.UNKNOWN
                .in(json.put("ending", "unknown"))
                .put("message", unknown.messageId())
                .put("journalPosition", unknown.journalPosition()));
  }

  private Json differently(Json json, SettledDifferently differently) {
    // Whoever may accept is another operator, so it is bound to the bill alone.
    Tickets.Bound bound = new Tickets.Bound("", "", differently.bill().number());
    return EndingWords.SETTLED_DIFFERENTLY
        .in(json.put("ending", "settled-differently"))
        .put("settlement", differently.settled().settlementId())
        .put("split", FiguresJson.split(differently.settled().split()))
        .put("confirmed", FiguresJson.split(differently.confirmed()))
        .put(
            "difference",
            inside
                .tickets()
                .give(TicketKind.DIFFERENCE, bound, inside.settings().ticketLife, differently));
  }
}
