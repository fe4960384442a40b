package io.caresettle.settlement;

import io.caresettle.centre.Cancelled;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.SettleMessage;
import io.caresettle.identity.Consent;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.VoluntaryPayer;
import io.caresettle.split.BillId;
import io.caresettle.split.OtherLayer;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bill on which every payer has a part, in each of its endings. */
final class SlipSamples {

  static final BillId REST = new BillId("TEST00000001", "B2");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Instant LATER = Samples.NOON.plusSeconds(3600);

  private static final Figures ALL_PAY =
      figures(
          "100.00",
          List.of("40.00", "5.00", "4.00", "3.00", "2.00", "1.00", "0.50", "20.00", "9.49"),
          "5.00",
          "10.01");
  private static final Figures REST_PAYS =
      figures(
          "9.00",
          List.of("0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00"),
          "9.00",
          "0.00");

  private SlipSamples() {}

  static Slip settled() {
    return Slips.of(
        Paths.source(
            Samples.BILL, begun(Samples.BILL, ALL_PAY), new BillRecord.Settled(receipt())));
  }

  static Slip cancelled() {
    return Slips.of(gone());
  }

  static Slip refunded() {
    Receipt rest =
        new Receipt(
            "S2",
            new SettleMessage("M2", REST),
            REST_PAYS.cut(),
            REST_PAYS.split(),
            Money.parseYuan("1000.00"),
            LATER.plusSeconds(30),
            DAY,
            Samples.SIGNED);
    return Slips.refund(
        gone(), Paths.source(REST, begun(REST, REST_PAYS), new BillRecord.Settled(rest)));
  }

  static Slip reversed() {
    return Slips.of(
        Paths.source(
            Samples.BILL,
            begun(Samples.BILL, ALL_PAY),
            new BillRecord.Unknown("M1", "no answer came in time"),
            new BillRecord.ReverseIntent("R1", "M1", "not wanted", Samples.SIGNED),
            new BillRecord.Reversed("M1", Optional.of("S1"), Samples.SIGNED)));
  }

  private static SlipSource gone() {
    return Paths.source(
        Samples.BILL,
        begun(Samples.BILL, ALL_PAY),
        new BillRecord.Settled(receipt()),
        new BillRecord.CancelIntent("C1", Samples.ORDER, Samples.SIGNED),
        new BillRecord.Cancelled(
            "C1",
            new Cancelled(
                "C-1",
                "S1",
                ALL_PAY.split(),
                Money.parseYuan("1000.00"),
                LATER,
                DAY,
                Samples.SIGNED)));
  }

  static BillRecord begun(BillId bill, Figures figures) {
    Intent i = Samples.intent(bill.equals(REST) ? "M2" : "M1", "Q1");
    Particulars p = i.particulars();
    Agreed agreed =
        new Agreed(
            List.of(
                new Agreed.Line(
                    "2",
                    "TEST-0099",
                    Money.parseYuan("9.00"),
                    Consent.Giver.INSURED,
                    Consent.Form.ON_PAPER,
                    Samples.NOON)),
            "",
            Money.parseYuan("9.00"));
    return new BillRecord.SettleIntent(
        new Intent(
            new SettleMessage(i.message().messageId(), bill),
            i.quoteReference(),
            i.bodyDigest(),
            i.document(),
            figures,
            i.operator(),
            i.wantedUntil(),
            i.at(),
            new Particulars(
                p.institutionName(),
                p.area(),
                p.terminalSlot(),
                p.visitNumber(),
                p.maskedName(),
                p.scheme(),
                p.care(),
                p.testFigures(),
                bill.equals(REST) ? p.lines().subList(1, 2) : p.lines(),
                agreed,
                p.told(),
                p.leave(),
                p.year())));
  }

  private static Receipt receipt() {
    return new Receipt(
        "S1",
        Samples.MESSAGE,
        ALL_PAY.cut(),
        ALL_PAY.split(),
        Money.parseYuan("980.00"),
        Samples.NOON,
        DAY,
        Samples.SIGNED);
  }

  private static Figures figures(String total, List<String> parts, String cash, String other) {
    Map<Payer, Money> paid = new EnumMap<>(Payer.class);
    var payers = EnumSet.allOf(Payer.class).iterator();
    for (String part : parts) {
      paid.put(payers.next(), Money.parseYuan(part));
    }
    paid.put(Payer.CASH, Money.parseYuan(cash));
    List<OtherLayer> others =
        other.equals("0.00")
            ? List.of()
            : List.of(
                new OtherLayer(
                    new VoluntaryPayer("INS1", "测试惠民保", VoluntaryPayer.Kind.COMMERCIAL),
                    Money.parseYuan(other),
                    "AU1"));
    Money all = Money.parseYuan(total);
    Money own = Money.parseYuan("9.00");
    return new Figures(
        new ScopeCut(own, Money.ZERO, Money.ZERO, all.minus(own), Money.ZERO),
        new SettlementSplit(all, paid, others));
  }
}
