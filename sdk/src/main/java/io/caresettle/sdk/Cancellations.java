package io.caresettle.sdk;

import io.caresettle.journal.ActKind;
import io.caresettle.operator.Duty;
import io.caresettle.operator.Permission;
import io.caresettle.operator.Shift;
import io.caresettle.problem.Misuse;
import io.caresettle.settlement.CancelOrder;
import io.caresettle.split.BillId;
import java.util.Optional;

/** Who may cancel what stands, and with whose word. */
final class Cancellations {

  private Cancellations() {}

  static CancelOrder order(
      Duty duty, boolean secondPerson, Shift operator, Optional<Shift> approvedBy, String reason) {
    duty.require(operator, Permission.CANCEL);
    approvedBy.ifPresent(second -> duty.require(second, Permission.APPROVE_CANCELLATION));
    boolean alone = approvedBy.filter(s -> !s.operatorId().equals(operator.operatorId())).isEmpty();
    if (alone && (secondPerson || approvedBy.isPresent())) {
      throw new Misuse(
          "A cancellation needs a second person here: call a supervisor, who takes a shift and"
              + " allows it");
    }
    return new CancelOrder(
        reason, operator.operatorId(), approvedBy.map(Shift::operatorId).orElse(""));
  }

  /** Both sign, before anything is sent. */
  static void note(
      Duty duty, BillId bill, Shift operator, Optional<Shift> approvedBy, String reason) {
    duty.note(operator, ActKind.CANCELLATION_ASKED, "", ActTexts.bill(bill).put("reason", reason));
    approvedBy.ifPresent(
        second ->
            duty.note(
                second,
                ActKind.CANCELLATION_APPROVED,
                "",
                ActTexts.bill(bill).put("asked-by", operator.operatorId())));
  }
}
