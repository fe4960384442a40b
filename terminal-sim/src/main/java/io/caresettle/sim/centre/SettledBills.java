package io.caresettle.sim.centre;

import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.SignedDocument;
import io.caresettle.protocol.wire.TrialBody;
import io.caresettle.sim.adjudicate.Claim;
import java.util.Optional;
import java.util.Set;

/** What is kept of each settled bill besides its money: its day, and what it was judged by. */
record SettledBills(Store store) {

  void put(
      String settlement,
      TrialBody body,
      Assessor.Assessed assessed,
      SignedDocument receipt,
      Request request) {
    Optional<Claim> claim = assessed.claim();
    Set<String> open = claim.map(Claim::open).orElse(Set.of());
    store.write(
        "INSERT INTO settled_bill VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        settlement,
        request.institution(),
        request.businessDate().toString(),
        body.getVisit().getCareType(),
        Sm3.digest(receipt.getDocument().toByteArray()),
        withoutPrescription(body).toByteArray(),
        claim.map(Claim::category).orElse(""),
        claim.map(Claim::level).orElse(""),
        String.join(" ", open.stream().sorted().toList()),
        body.getReplacesSettlementId());
  }

  /** Whoever reviewed it is needed for the judgement, which is over. */
  private static TrialBody withoutPrescription(TrialBody body) {
    return body.toBuilder().setVisit(body.getVisit().toBuilder().clearPrescription()).build();
  }

  /** The rest of a refund comes after its cancellation, never before (R-TXN-06). */
  void refuseIfReplacedStands(String institution, TrialBody body) throws Refused {
    String replaced = body.getReplacesSettlementId();
    if (replaced.isEmpty()) {
      return;
    }
    long undone =
        store.number(
            "SELECT COUNT(*) FROM settlement"
                + " WHERE id = ? AND institution = ? AND undone_at IS NOT NULL",
            replaced,
            institution);
    if (undone == 0) {
      throw UndoReason.REPLACED_STANDS.because();
    }
  }
}
