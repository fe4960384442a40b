package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.DeclareThirdParty;
import io.caresettle.protocol.wire.ThirdPartyDeclared;
import io.caresettle.protocol.wire.ThirdPartyDeclared.Decision;
import io.caresettle.protocol.wire.TrialBody;
import java.util.Optional;

/**
 * What was decided of the injuries that were declared, kept for the bills of their visits
 * (R-SCOPE-02, -03). Pool and account are both of the basic fund, which pays nothing that a third
 * party should (JS 38¶1, SZ 57¶1, NT 37, HN 15, SH 29¶2).
 */
record DeclaredInjuries(Store store) {

  /** Who may still pay for the visit. */
  enum Left {
    ALL,
    /** The pool waits until it is decided. */
    NO_POOL,
    NOTHING
  }

  void keep(DeclareThirdParty told, ThirdPartyDeclared declared, Request request) {
    store.write(
        "INSERT OR REPLACE INTO declared_injury VALUES (?, ?, ?, ?, ?, ?)",
        declared.getDeclarationId(),
        request.institution(),
        told.getVisitNumber(),
        told.getPersonNumber(),
        declared.getDecision().getNumber(),
        request.now().toEpochMilli());
  }

  /** A decision binds, whether or not the bill calls the visit an injury's. */
  Left of(TrialBody body, Request request) {
    Optional<Decision> decision =
        store
            .one(
                "SELECT decision FROM declared_injury WHERE institution = ? AND visit = ?"
                    + " AND person = ? ORDER BY at DESC, rowid DESC LIMIT 1",
                row -> row.getInt(1),
                request.institution(),
                body.getVisit().getVisitNumber(),
                body.getPersonNumber())
            .map(Decision::forNumber);
    if (decision.isEmpty()) {
      return body.getVisit().getInjury() ? Left.NO_POOL : Left.ALL;
    }
    return switch (decision.get()) {
      case FUNDS_PAY, FUNDS_PAY_FIRST -> Left.ALL;
      case FUNDS_DO_NOT_PAY -> Left.NOTHING;
      default -> Left.NO_POOL;
    };
  }
}
