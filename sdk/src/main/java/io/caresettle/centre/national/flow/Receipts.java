package io.caresettle.centre.national.flow;

import io.caresettle.centre.AnswerFinding;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.VisitCall.State;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The platform's word that a settlement stands, from 2102, 2207, 2304 or 5203. */
final class Receipts {

  private final Gate gate;
  private final Calls calls;

  Receipts(Gate gate, Calls calls) {
    this.gate = gate;
    this.calls = calls;
  }

  /**
   * Reads it, and keeps what undoing, comparing and the sale need of it.
   *
   * @param transaction whose answer it is
   * @param call the settlement as it was kept
   * @throws Contradiction when it does not add up, or is of somebody else, or of another message
   */
  Receipt read(String transaction, Node output, SettleMessage message, VisitCall call) {
    Facts facts = Facts.of(call.facts());
    Node info = output.node("setlinfo").orElse(Node.EMPTY);
    Amounts amounts = Amounts.read(gate.profile(), transaction, output, false);
    List<AnswerFinding> findings = new ArrayList<>(amounts.findings());
    String settlement =
        info.text("setl_id")
            .orElseThrow(
                () -> new Contradiction("NO_SETTLEMENT_ID", "答复没有 setl_id", "it has no number"));
    String visit = info.text("mdtrt_id").orElse(facts.get("mdtrt_id"));
    same(info, "psn_no", facts.get("psn_no"));
    same(info, "medins_setl_id", message.messageId());
    if (!facts.get("mdtrt_id").isEmpty()) {
      same(info, "mdtrt_id", facts.get("mdtrt_id"));
    }
    String total = facts.get("total");
    if (!total.isEmpty() && !amounts.split().total().toString().equals(total)) {
      throw new Contradiction("TOTAL", "结算总额与发送的总额不符", "it is of another total than was sent");
    }
    if (info.text("medins_setl_id").isEmpty()) {
      findings.add(note("NO_MESSAGE_ID", "答复没有 medins_setl_id", "it does not name the message"));
    }
    Instant at = info.text("setl_time").flatMap(Times::read).orElseGet(gate::now);
    if (info.text("setl_time").isEmpty()) {
      findings.add(note("NO_TIME", "答复没有 setl_time，按本机时间", "it has no time, so ours is taken"));
    }
    Receipt receipt =
        new Receipt(
            settlement,
            message,
            amounts.cut(),
            amounts.split(),
            amounts.balance(),
            at,
            Times.day(at),
            new Evidence("", Opaque.copyOf(MessageText.bytes(output))));
    calls.keep(
        call,
        State.STANDS,
        facts
            .with("setl_id", settlement)
            .with("mdtrt_id", visit)
            .with("day", receipt.businessDate().toString())
            .with("at", at.toString())
            .with("total", amounts.split().total().toString())
            .with("funds", amounts.fundSum().toString())
            .with("account", text(info, "acct_pay"))
            .with("clr_type", info.text("clr_type").orElse(facts.get("clr_type")))
            .with("clr_optins", info.text("clr_optins").orElse(facts.get("clr_optins")))
            .with("figures", Figures.node(amounts.cut(), amounts.split())));
    Found.tell(gate, message, findings);
    return receipt;
  }

  private static String text(Node info, String name) {
    return info.text(name).orElse("0.00");
  }

  private static AnswerFinding note(String name, String zh, String en) {
    return new AnswerFinding(name, false, Optional.empty(), zh, en);
  }

  /** What is said has to be the same; what is not said is not. */
  private static void same(Node info, String name, String ours) {
    if (info.text(name).filter(theirs -> !theirs.equals(ours)).isPresent()) {
      throw new Contradiction(
          "OTHER_" + name.toUpperCase(java.util.Locale.ROOT),
          "答复的 " + name + " 与发送的不符",
          "its " + name + " is another one than was sent");
    }
  }
}
