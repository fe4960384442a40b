package io.caresettle.gateway;

import io.caresettle.operator.Shift;
import io.caresettle.settlement.CancelOutcome;
import io.caresettle.settlement.CancelOutcome.Cancelled;
import io.caresettle.settlement.CancelOutcome.StillStands;
import io.caresettle.split.BillId;
import io.caresettle.writing.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Undoes what stands. A refund, which settles the rest anew, belongs here beside it. */
final class CancelRoutes {

  private final Inside inside;

  CancelRoutes(Inside inside) {
    this.inside = inside;
  }

  List<Route> all() {
    return List.of(Route.post("/v1/bills/{number}/cancel", this::cancel));
  }

  private Answer cancel(Call call) {
    BillId bill = inside.bill(call);
    Window window = inside.window(call);
    String reason = call.body().at("reason").text("why, such as 退费");
    Optional<Shift> second =
        call.body()
            .maybe("approvedBy")
            .map(shown -> inside.tickets().take(TicketKind.SHIFT, shown).shift());
    Duration within = inside.within(call);
    call.body().nothingElse();
    return Answer.ok(
        json(window.at(within, counter -> counter.cancel(bill, reason, second, within))));
  }

  private static Json json(CancelOutcome outcome) {
    Json json = Json.object().put("bill", outcome.bill().number());
    if (outcome instanceof Cancelled done) {
      return json.put("ending", "cancelled")
          .put("settlement", done.settlementId())
          .put("cancellation", done.cancellationId())
          .put("returned", FiguresJson.split(done.returned()));
    } else if (outcome instanceof StillStands stands) {
      return json.put("ending", "still-stands")
          .put("code", stands.code())
          .put("zh", stands.zh())
          .put("en", stands.en())
          .put("legalBasis", stands.legalBasis())
          .put("next", Given.wordOf(stands.next()));
    }
    CancelOutcome.Unknown unknown = (CancelOutcome.Unknown) outcome;
    return json.put("ending", "unknown")
        .put("message", unknown.messageId())
        .put("journalPosition", unknown.journalPosition());
  }
}
