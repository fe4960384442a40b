package io.caresettle.gateway;

import io.caresettle.settlement.CancelOutcome;
import io.caresettle.settlement.CancelOutcome.Cancelled;
import io.caresettle.settlement.CancelOutcome.StillStands;
import io.caresettle.writing.Json;

/** How a cancellation ended, as JSON. */
final class CancelJson {

  private CancelJson() {}

  static Json of(CancelOutcome outcome) {
    Json json = Json.object().put("bill", outcome.bill().number());
    if (outcome instanceof Cancelled done) {
      return EndingWords.CANCELLED
          .in(json.put("ending", "cancelled"))
          .put("settlement", done.settlementId())
          .put("cancellation", done.cancellationId())
          .put("returned", FiguresJson.split(done.returned()));
    } else if (outcome instanceof StillStands stands) {
      return EndingWords.next(
          json.put("ending", "still-stands")
              .put("code", stands.code())
              .put("zh", stands.zh())
              .put("en", stands.en())
              .put("legalBasis", stands.legalBasis()),
          stands.next());
    }
    CancelOutcome.Unknown unknown = (CancelOutcome.Unknown) outcome;
    return EndingWords.CANCELLING
        .in(json.put("ending", "unknown"))
        .put("message", unknown.messageId())
        .put("journalPosition", unknown.journalPosition());
  }
}
