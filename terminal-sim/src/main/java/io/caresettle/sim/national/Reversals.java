package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.protocol.wire.SettlementState;
import io.caresettle.sim.centre.Known;
import io.caresettle.sim.centre.SideDoor;
import java.util.Optional;
import java.util.Set;

/**
 * Reversal (2601) by the sender's message id: whatever became of that message, afterwards it has
 * done nothing and never will. A settlement that never came leaves a tombstone at the desk, any
 * other message one here.
 */
record Reversals(
    SideDoor door,
    Notes notes,
    Visits visits,
    Money money,
    Inpatients inpatients,
    Profile profile,
    boolean unknownIsDone) {

  private static final Set<String> SETTLE =
      Set.of("2102", "2102A", "2207", "2207A", "2304", "2304A");

  /** 2601. */
  Node reverse(Asked asked) {
    Node data = asked.input().node("data").orElse(Node.EMPTY);
    String original = Words.must(data, "omsgid", "原发送方报文ID");
    String transaction = Words.must(data, "oinfno", "原交易编号");
    if (!profile.settling().reversible().contains(transaction)) {
      throw new SaysNo(
          "oinfno（原交易编号）: 门诊结算和门诊结算撤销才支持冲正交易，本省可冲正 "
              + String.join("、", profile.settling().reversible().stream().sorted().toList()));
    }
    Optional<Node> sent = notes.find("message", asked.institution() + "/" + original);
    if (sent.isPresent() && !Visits.said(sent.get(), "infno").equals(transaction)) {
      throw new SaysNo("oinfno（原交易编号）: 与原报文的交易编号不一致");
    }
    return SETTLE.contains(transaction)
        ? settlement(asked, data, original)
        : other(asked, data, original, transaction, sent.isPresent());
  }

  private Node settlement(Asked asked, Node data, String original) {
    Optional<Known.Settled> settled = door.settledBy(asked.institution(), original);
    if (settled.isEmpty()) {
      money.reverse(asked, original, "R" + original);
      return never(asked, original);
    }
    Known.Settled found = settled.get();
    if (!found.person().equals(Visits.said(data, "psn_no"))) {
      throw new SaysNo("人员编号与原报文不一致");
    }
    if (found.cancelled()) {
      throw new SaysNo("该笔结算已撤销，请勿重复办理");
    }
    if (money.standing(asked, original, found.bill()) == SettlementState.STANDING) {
      money.reverse(asked, original, found.bill());
      visits.free(found.visit(), found.id());
    }
    return Node.EMPTY;
  }

  private Node other(
      Asked asked, Node data, String original, String transaction, boolean arrived) {
    if (!arrived) {
      return never(asked, original);
    }
    if (!transaction.equals("2401")) {
      throw new SaysNo("结算冲正失败：该撤销交易已生效，模拟平台不恢复已撤销的结算，请重新结算");
    }
    Node visit =
        visits.of(asked.institution(), Visits.said(data, "psn_no")).stream()
            .filter(v -> Visits.said(v, "msgid").equals(original))
            .findFirst()
            .orElseThrow(() -> new SaysNo("人员编号与原报文不一致"));
    return Visits.said(visit, "state").equals(Visits.WITHDRAWN)
        ? Node.EMPTY
        : inpatients.takeBack(asked, visit);
  }

  /** It may be on its way still, so it is dead from now on, whatever is answered. */
  private Node never(Asked asked, String original) {
    notes.put("dead", asked.institution() + "/" + original, asked.institution(), Node.EMPTY);
    if (!unknownIsDone) {
      throw SaysNo.keeping("冲正失败：未查询到原交易 " + original);
    }
    return Node.EMPTY;
  }

  /** A message that was reversed before it came does nothing. */
  void refuseIfDead(Asked asked) {
    if (notes.find("dead", asked.institution() + "/" + asked.messageId()).isPresent()) {
      throw new SaysNo("该报文已冲正，不能再办理");
    }
  }
}
