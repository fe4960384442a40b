package io.caresettle.settlement;

import io.caresettle.centre.Cancelled;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Refusal;
import io.caresettle.centre.SettleMessage;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.UnitPrice;
import io.caresettle.money.VoluntaryPayer;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.problem.NextStep;
import io.caresettle.split.BillId;
import io.caresettle.split.OtherLayer;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One bill of 100 yuan and what can be said of it. */
final class Samples {

  static final BillId BILL = new BillId("TEST00000001", "B1");
  static final SettleMessage MESSAGE = new SettleMessage("M1", BILL);
  static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  static final Refusal REFUSAL =
      new Refusal("FROZEN", "账户\n已冻结: \\", "frozen", "SZ 62¶1", NextStep.STOP_THE_SALE);
  static final Figures CONFIRMED = figures("60.00", "40.00");
  static final Figures OTHER = figures("59.99", "40.01");

  static final Figures WITH_AN_INSURER =
      new Figures(
          CONFIRMED.cut(),
          new SettlementSplit(
              Money.parseYuan("100.00"),
              Map.of(
                  Payer.POOL_FUND, Money.parseYuan("60.00"), Payer.CASH, Money.parseYuan("29.99")),
              List.of(
                  new OtherLayer(
                      new VoluntaryPayer("INS1", "测试惠民保", VoluntaryPayer.Kind.COMMERCIAL),
                      Money.parseYuan("10.01"),
                      "AU1"))));

  static final Evidence SIGNED =
      new Evidence("0123456789abcdef", Opaque.copyOf(new byte[] {0, 1, 2}));

  static final CancelOrder ORDER = new CancelOrder("退费", "op-7", "op-8");

  static final Cancelled CANCELLED =
      new Cancelled(
          "C-1",
          "S1",
          CONFIRMED.split(),
          Money.parseYuan("1000.00"),
          NOON,
          LocalDate.of(2026, 11, 20),
          SIGNED);

  private Samples() {}

  static Figures figures(String fund, String cash) {
    return new Figures(
        new ScopeCut(
            Money.parseYuan("10.00"),
            Money.ZERO,
            Money.parseYuan("5.00"),
            Money.parseYuan("85.00"),
            Money.parseYuan("20.00")),
        new SettlementSplit(
            Money.parseYuan("100.00"),
            Map.of(Payer.POOL_FUND, Money.parseYuan(fund), Payer.CASH, Money.parseYuan(cash))));
  }

  static Intent intent(String messageId, String quote) {
    return new Intent(
        new SettleMessage(messageId, BILL),
        quote,
        "ab12",
        SIGNED,
        CONFIRMED,
        "op-7",
        NOON.plusSeconds(60),
        new Particulars(
            "测试医院",
            "320500",
            7,
            "V1",
            "测**",
            Scheme.EMPLOYEE,
            true,
            List.of(
                new Slip.Line(
                    "TEST-0001",
                    "示例药品",
                    "A",
                    UnitPrice.parse("45.50"),
                    Quantity.parse("2"),
                    Money.parseYuan("91.00")),
                new Slip.Line(
                    "TEST-0099",
                    "TEST-0099",
                    "",
                    UnitPrice.parse("9.00"),
                    Quantity.parse("1"),
                    Money.parseYuan("9.00"))),
            Agreed.nothing(),
            List.of(
                new Slip.Told("R-SCOPE-03", "基金先行支付，追偿编号 ZC1", "The fund pays first, file ZC1")),
            List.of(new Leave("INS1", "AU1"))));
  }

  static Receipt receipt(Figures figures) {
    return new Receipt(
        "S1",
        MESSAGE,
        figures.cut(),
        figures.split(),
        Money.parseYuan("980.00"),
        NOON,
        LocalDate.of(2026, 11, 20),
        SIGNED);
  }
}
