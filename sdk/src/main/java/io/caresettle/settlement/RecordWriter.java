package io.caresettle.settlement;

import io.caresettle.centre.Cancelled;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Refusal;
import io.caresettle.journal.Draft;
import io.caresettle.journal.RecordType;
import io.caresettle.policy.plan.CareType;
import io.caresettle.split.BillId;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.util.List;

/** Writes what happened to a bill as the journal keeps it. {@link RecordReader} is its mirror. */
final class RecordWriter {

  private RecordWriter() {}

  static Draft draft(BillId bill, BillRecord record) {
    TextBody body = new TextBody();
    if (record instanceof BillRecord.Quoted r) {
      body.put("reference", r.reference())
          .put("body-digest", r.bodyDigest())
          .put("expires-at", r.expiresAt())
          .put("business-date", r.businessDate());
      figures(body, r.figures());
      return new Draft(bill, RecordType.QUOTED, "", body.toString());
    } else if (record instanceof BillRecord.SettleIntent r) {
      intent(body, r.intent());
      return draft(bill, RecordType.SETTLE_INTENT, r.intent().message().messageId(), body);
    } else if (record instanceof BillRecord.NotSent r) {
      body.put("why", r.why()).put("impostor", r.impostor());
      return draft(bill, RecordType.NOT_SENT, r.messageId(), body);
    } else if (record instanceof BillRecord.Unknown r) {
      return draft(bill, RecordType.UNKNOWN, r.messageId(), body.put("why", r.why()));
    } else if (record instanceof BillRecord.Wanted r) {
      return draft(bill, RecordType.WANTED, r.messageId(), body.put("until", r.until()));
    } else if (record instanceof BillRecord.Settled r) {
      return draft(bill, RecordType.SETTLED, r.receipt());
    } else if (record instanceof BillRecord.SettledDifferently r) {
      return draft(bill, RecordType.SETTLED_DIFFERENTLY, r.receipt());
    } else if (record instanceof BillRecord.DifferenceAccepted r) {
      return draft(bill, RecordType.DIFFERENCE_ACCEPTED, r.messageId(), body);
    } else if (record instanceof BillRecord.Refused r) {
      refusal(body, r.refusal());
      return draft(bill, RecordType.REFUSED, r.messageId(), body);
    } else if (record instanceof BillRecord.CancelIntent r) {
      body.put("reason", r.order().reason())
          .put("operator", r.order().operator())
          .put("approved-by", r.order().approvedBy());
      r.order()
          .anew()
          .ifPresent(
              remaining ->
                  body.put("anew", remaining.number())
                      .put("anew-institution", remaining.institutionCode()));
      evidence(body, "document", r.document());
      return draft(bill, RecordType.CANCEL_INTENT, r.cancelId(), body);
    } else if (record instanceof BillRecord.Cancelled r) {
      cancelled(body, r.word());
      return draft(bill, RecordType.CANCELLED, r.cancelId(), body);
    } else if (record instanceof BillRecord.CancelRefused r) {
      refusal(body, r.refusal());
      return draft(bill, RecordType.CANCEL_REFUSED, r.cancelId(), body);
    } else if (record instanceof BillRecord.ReverseIntent r) {
      body.put("original", r.messageId()).put("why", r.why());
      evidence(body, "document", r.document());
      return draft(bill, RecordType.REVERSE_INTENT, r.reversalId(), body);
    } else if (record instanceof BillRecord.Reversed r) {
      body.put("settlement-id", r.settlementId().orElse(""));
      evidence(body, "evidence", r.evidence());
      return draft(bill, RecordType.REVERSED, r.messageId(), body);
    } else if (record instanceof BillRecord.LateAnswer r) {
      body.put("what", r.what());
      evidence(body, "evidence", r.evidence());
      return draft(bill, RecordType.LATE_ANSWER, r.messageId(), body);
    } else if (record instanceof BillRecord.PresumedAbsent r) {
      return draft(bill, RecordType.PRESUMED_ABSENT, r.messageId(), body.put("why", r.why()));
    } else if (record instanceof BillRecord.Reopened r) {
      return draft(bill, RecordType.REOPENED, r.messageId(), body.put("why", r.why()));
    } else if (record instanceof BillRecord.Disputed r) {
      return draft(bill, RecordType.DISPUTED, r.messageId(), body.put("reason", r.reason()));
    } else if (record instanceof BillRecord.HeldByCentre r) {
      body.put("settlement-id", r.settlementId())
          .put("business-date", r.day())
          .put("reason", r.reason());
      figures(body, r.figures());
      return draft(bill, RecordType.HELD_BY_CENTRE, r.messageId(), body);
    } else if (record instanceof BillRecord.Reconciled r) {
      return draft(bill, RecordType.RECONCILED, "", body.put("day", r.day()));
    }
    return draft(bill, RecordType.ACKNOWLEDGED, "", body);
  }

  private static Draft draft(BillId bill, RecordType type, String messageId, TextBody body) {
    return new Draft(bill, type, messageId, body.toString());
  }

  private static Draft draft(BillId bill, RecordType type, Receipt receipt) {
    TextBody body =
        new TextBody()
            .put("settlement-id", receipt.settlementId())
            .put("account-balance-after", receipt.accountBalanceAfter())
            .put("settled-at", receipt.settledAt())
            .put("business-date", receipt.businessDate());
    evidence(body, "evidence", receipt.evidence());
    figures(body, Figures.of(receipt));
    return draft(bill, type, receipt.message().messageId(), body);
  }

  private static void refusal(TextBody body, Refusal refusal) {
    body.put("code", refusal.code())
        .put("zh", refusal.zh())
        .put("en", refusal.en())
        .put("legal-basis", refusal.legalBasis())
        .put("next", refusal.next());
  }

  private static void cancelled(TextBody body, Cancelled word) {
    body.put("cancellation-id", word.cancellationId())
        .put("settlement-id", word.settlementId())
        .put("account-balance-after", word.accountBalanceAfter())
        .put("cancelled-at", word.cancelledAt())
        .put("business-date", word.businessDate());
    evidence(body, "evidence", word.evidence());
    split(body, word.returned());
  }

  private static void evidence(TextBody body, String name, Evidence evidence) {
    body.put(name, evidence.document().base64()).put(name + "-key", evidence.keyId());
  }

  private static void figures(TextBody body, Figures figures) {
    ScopeCut cut = figures.cut();
    body.put("cut.out-of-catalogue", cut.outOfCatalogue())
        .put("cut.over-limit", cut.overLimit())
        .put("cut.first-self-pay", cut.firstSelfPay())
        .put("cut.in-scope", cut.inScope())
        .put("cut.deductible", cut.deductible());
    split(body, figures.split());
  }

  private static void split(TextBody body, SettlementSplit split) {
    body.put("total", split.total());
    split.parts().forEach((payer, amount) -> body.put("pays." + payer.name(), amount));
    OthersText.layers(body, split.others());
  }

  private static void intent(TextBody body, Intent intent) {
    body.put("quote", intent.quoteReference())
        .put("body-digest", intent.bodyDigest())
        .put("operator", intent.operator())
        .put("wanted-until", intent.wantedUntil())
        .put("at", intent.at());
    intent.atCentre().ifPresent(at -> body.put("at-centre", at));
    evidence(body, "document", intent.document());
    figures(body, intent.confirmed());
    Particulars p = intent.particulars();
    body.put("institution-name", p.institutionName())
        .put("area", p.area())
        .put("terminal-slot", p.terminalSlot())
        .put("visit", p.visitNumber())
        .put("masked-name", p.maskedName())
        .put("scheme", p.scheme())
        .put("care", p.care().map(CareType::name).orElse(""))
        .put("test-figures", p.testFigures())
        .put("lines", p.lines().size());
    p.agreed().write(body);
    OthersText.leave(body, p.leave());
    p.year().write(body);
    body.put("told", p.told().size());
    for (int i = 0; i < p.told().size(); i++) {
      Slip.Told told = p.told().get(i);
      body.put("told." + i + ".rule", told.rule())
          .put("told." + i + ".zh", told.zh())
          .put("told." + i + ".en", told.en());
    }
    List<Slip.Line> lines = p.lines();
    for (int i = 0; i < lines.size(); i++) {
      Slip.Line line = lines.get(i);
      body.put("line." + i + ".code", line.code())
          .put("line." + i + ".name", line.name())
          .put("line." + i + ".specification", line.specification())
          .put("line." + i + ".class", line.catalogueClass())
          .put("line." + i + ".price", line.unitPrice())
          .put("line." + i + ".quantity", line.quantity())
          .put("line." + i + ".total", line.total());
    }
  }
}
