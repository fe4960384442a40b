package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.UploadCosts;
import java.util.ArrayList;
import java.util.List;

/** Looks through the whole book for bills that were begun and never ended. */
record LeftBills(Store store) {

  private static final String QUOTED_AND_NO_MORE =
      "SELECT institution, bill FROM quote EXCEPT SELECT institution, bill FROM message WHERE"
          + " type = ? EXCEPT SELECT institution, bill FROM tombstone";

  private static final String REPLACING =
      "SELECT q.institution, q.bill FROM quote q JOIN replacing_quote r"
          + " ON r.reference = q.reference";

  List<Hanging> all() {
    List<Hanging> left = new ArrayList<>();
    left.addAll(unheard(MessageType.SETTLE, Hanging.Kind.ANSWER_UNHEARD));
    left.addAll(unheard(MessageType.CANCEL, Hanging.Kind.CANCELLATION_UNHEARD));
    left.addAll(
        find(
            QUOTED_AND_NO_MORE + " EXCEPT " + REPLACING + " ORDER BY 1, 2",
            Hanging.Kind.QUOTED_ONLY,
            MessageType.SETTLE_VALUE));
    left.addAll(
        find(
            REPLACING + " INTERSECT SELECT * FROM (" + QUOTED_AND_NO_MORE + ") ORDER BY 1, 2",
            Hanging.Kind.CANCELLED_HALF,
            MessageType.SETTLE_VALUE));
    left.addAll(
        find(
            "SELECT institution, bill FROM costs c WHERE reason IN (?, ?, ?) AND NOT EXISTS"
                + " (SELECT 1 FROM costs_withdrawn w WHERE w.institution = c.institution"
                + " AND w.request = c.request) ORDER BY 1, 2",
            Hanging.Kind.UPLOADED_ONLY,
            UploadCosts.Reason.CENTRE_OUT_OF_REACH_VALUE,
            UploadCosts.Reason.NO_CREDENTIAL_VALUE,
            UploadCosts.Reason.SETTLEMENT_SUSPENDED_VALUE));
    return List.copyOf(left);
  }

  private List<Hanging> unheard(MessageType type, Hanging.Kind kind) {
    return find(
        "SELECT institution, bill FROM message WHERE unheard = 1 AND type = ? ORDER BY at",
        kind,
        type.getNumber());
  }

  private List<Hanging> find(String sql, Hanging.Kind kind, Object... values) {
    return store.all(sql, row -> new Hanging(row.getString(1), row.getString(2), kind), values);
  }
}
