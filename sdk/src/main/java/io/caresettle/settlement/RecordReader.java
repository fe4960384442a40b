package io.caresettle.settlement;

import io.caresettle.centre.Cancelled;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Refusal;
import io.caresettle.centre.SettleMessage;
import io.caresettle.journal.Entry;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.problem.NextStep;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.split.BillId;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@link RecordWriter} wrote. */
final class RecordReader {

  private RecordReader() {}

  /** Whether it says anything of a settlement; what no fund settles is told elsewhere. */
  static boolean isOfSettlement(Entry entry) {
    return switch (entry.type()) {
      case CLAIM_SLIP, COSTS_INTENT, COSTS_UPLOADED, COSTS_WITHDRAWN, VISIT_CALL -> false;
      default -> true;
    };
  }

  /** What all {@code entries} of a bill, oldest first, make of it. */
  static BillState fold(List<Entry> entries) {
    BillState state = new BillState.Fresh();
    for (Entry entry : entries) {
      if (!isOfSettlement(entry)) {
        continue;
      }
      try {
        state = state.after(understand(entry), entry.position());
      } catch (IllegalStateException e) {
        throw notUnderstood(entry, e);
      }
    }
    return state;
  }

  /**
   * What {@code entry} says.
   *
   * @throws RecordUnreadable when this version cannot read it; that concerns this bill alone
   */
  static BillRecord understand(Entry entry) {
    try {
      return read(entry);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw notUnderstood(entry, e);
    }
  }

  static RecordUnreadable notUnderstood(Entry entry, RuntimeException e) {
    return new RecordUnreadable(
        "Record "
            + entry.position()
            + " of the journal cannot be understood: keep the file, and call support",
        e);
  }

  static BillRecord read(Entry entry) {
    TextBody body = TextBody.parse(entry.body());
    String messageId = entry.messageId();
    return switch (entry.type()) {
      case QUOTED ->
          new BillRecord.Quoted(
              body.get("reference"),
              body.get("body-digest"),
              Instant.parse(body.get("expires-at")),
              LocalDate.parse(body.get("business-date")),
              figures(body));
      case SETTLE_INTENT -> new BillRecord.SettleIntent(intent(entry, body));
      case NOT_SENT ->
          new BillRecord.NotSent(
              messageId, body.get("why"), body.getOrEmpty("impostor").equals("true"));
      case UNKNOWN -> new BillRecord.Unknown(messageId, body.get("why"));
      case WANTED -> new BillRecord.Wanted(messageId, Instant.parse(body.get("until")));
      case SETTLED -> new BillRecord.Settled(receipt(entry, body));
      case SETTLED_DIFFERENTLY -> new BillRecord.SettledDifferently(receipt(entry, body));
      case DIFFERENCE_ACCEPTED -> new BillRecord.DifferenceAccepted(messageId);
      case REFUSED -> new BillRecord.Refused(messageId, refusal(body));
      case REVERSE_INTENT ->
          new BillRecord.ReverseIntent(
              messageId, body.get("original"), body.get("why"), evidence(body, "document"));
      case REVERSED ->
          new BillRecord.Reversed(
              messageId,
              Optional.of(body.get("settlement-id")).filter(id -> !id.isEmpty()),
              evidence(body, "evidence"));
      case LATE_ANSWER ->
          new BillRecord.LateAnswer(messageId, body.get("what"), evidence(body, "evidence"));
      case CANCEL_INTENT ->
          new BillRecord.CancelIntent(messageId, order(body), evidence(body, "document"));
      case CANCELLED -> new BillRecord.Cancelled(messageId, cancelled(body));
      case CANCEL_REFUSED -> new BillRecord.CancelRefused(messageId, refusal(body));
      case PRESUMED_ABSENT -> new BillRecord.PresumedAbsent(messageId, body.get("why"));
      case REOPENED -> new BillRecord.Reopened(messageId, body.get("why"));
      case DISPUTED -> new BillRecord.Disputed(messageId, body.get("reason"));
      case RECONCILED -> new BillRecord.Reconciled(LocalDate.parse(body.get("day")));
      case ACKNOWLEDGED -> new BillRecord.Acknowledged();
      case HELD_BY_CENTRE ->
          new BillRecord.HeldByCentre(
              messageId,
              body.get("settlement-id"),
              LocalDate.parse(body.get("business-date")),
              figures(body),
              body.get("reason"));
      case CLAIM_SLIP, COSTS_INTENT, COSTS_UPLOADED, COSTS_WITHDRAWN, VISIT_CALL ->
          throw new IllegalArgumentException("That is no record of a settlement");
    };
  }

  private static Refusal refusal(TextBody body) {
    return new Refusal(
        body.get("code"),
        body.get("zh"),
        body.get("en"),
        body.get("legal-basis"),
        NextStep.valueOf(body.get("next")));
  }

  private static CancelOrder order(TextBody body) {
    String anew = body.getOrEmpty("anew");
    return new CancelOrder(
        body.get("reason"),
        body.get("operator"),
        body.get("approved-by"),
        anew.isEmpty()
            ? Optional.empty()
            : Optional.of(new BillId(body.get("anew-institution"), anew)));
  }

  private static Cancelled cancelled(TextBody body) {
    return new Cancelled(
        body.get("cancellation-id"),
        body.get("settlement-id"),
        split(body),
        Money.parseYuan(body.get("account-balance-after")),
        Instant.parse(body.get("cancelled-at")),
        LocalDate.parse(body.get("business-date")),
        evidence(body, "evidence"));
  }

  private static Receipt receipt(Entry entry, TextBody body) {
    Figures figures = figures(body);
    return new Receipt(
        body.get("settlement-id"),
        new SettleMessage(entry.messageId(), entry.bill()),
        figures.cut(),
        figures.split(),
        Money.parseYuan(body.get("account-balance-after")),
        Instant.parse(body.get("settled-at")),
        LocalDate.parse(body.get("business-date")),
        evidence(body, "evidence"));
  }

  /** Records of the first version kept no key ids, and of what went out no document. */
  private static Evidence evidence(TextBody body, String name) {
    return new Evidence(body.getOrEmpty(name + "-key"), Opaque.fromBase64(body.getOrEmpty(name)));
  }

  private static SettlementSplit split(TextBody body) {
    Map<Payer, Money> parts = new EnumMap<>(Payer.class);
    for (Payer payer : Payer.values()) {
      String amount = body.getOrEmpty("pays." + payer.name());
      if (!amount.isEmpty()) {
        parts.put(payer, Money.parseYuan(amount));
      }
    }
    return new SettlementSplit(Money.parseYuan(body.get("total")), parts, OthersText.layers(body));
  }

  private static Figures figures(TextBody body) {
    return new Figures(
        new ScopeCut(
            Money.parseYuan(body.get("cut.out-of-catalogue")),
            Money.parseYuan(body.get("cut.over-limit")),
            Money.parseYuan(body.get("cut.first-self-pay")),
            Money.parseYuan(body.get("cut.in-scope")),
            Money.parseYuan(body.get("cut.deductible"))),
        split(body));
  }

  private static Intent intent(Entry entry, TextBody body) {
    int count = Integer.parseInt(body.get("lines"));
    List<Slip.Line> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      lines.add(
          new Slip.Line(
              body.get("line." + i + ".code"),
              body.get("line." + i + ".name"),
              body.getOrEmpty("line." + i + ".specification"),
              body.get("line." + i + ".class"),
              UnitPrice.parse(body.get("line." + i + ".price")),
              Quantity.parse(body.get("line." + i + ".quantity")),
              Money.parseYuan(body.get("line." + i + ".total"))));
    }
    String at = body.getOrEmpty("at");
    return new Intent(
        new SettleMessage(entry.messageId(), entry.bill()),
        body.get("quote"),
        body.get("body-digest"),
        evidence(body, "document"),
        figures(body),
        body.get("operator"),
        Instant.parse(body.get("wanted-until")),
        at.isEmpty() ? entry.time() : Instant.parse(at),
        Optional.of(body.getOrEmpty("at-centre")).filter(t -> !t.isEmpty()).map(Instant::parse),
        new Particulars(
            body.get("institution-name"),
            body.get("area"),
            Integer.parseInt(body.get("terminal-slot")),
            body.get("visit"),
            body.get("masked-name"),
            Scheme.valueOf(body.get("scheme")),
            Optional.of(body.getOrEmpty("care")).filter(c -> !c.isEmpty()).map(CareType::valueOf),
            Boolean.parseBoolean(body.get("test-figures")),
            lines,
            Agreed.read(body),
            told(body),
            OthersText.leave(body),
            YearToDate.read(body)));
  }

  private static List<Slip.Told> told(TextBody body) {
    String count = body.getOrEmpty("told");
    List<Slip.Told> told = new ArrayList<>();
    for (int i = 0; i < (count.isEmpty() ? 0 : Integer.parseInt(count)); i++) {
      told.add(
          new Slip.Told(
              body.get("told." + i + ".rule"),
              body.get("told." + i + ".zh"),
              body.get("told." + i + ".en")));
    }
    return told;
  }
}
