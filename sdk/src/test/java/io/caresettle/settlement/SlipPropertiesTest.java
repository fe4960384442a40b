package io.caresettle.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.Cancelled;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.SettleMessage;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.UnitPrice;
import io.caresettle.money.VoluntaryPayer;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.split.BillId;
import io.caresettle.split.OtherLayer;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import io.caresettle.writing.Columns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Of any bill, with names of any length in any letters, the slip")
@Timeout(180)
class SlipPropertiesTest {

  private static final int BILLS = 1_000;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final String LETTERS = "aZ0 -（）测试药𠮷é\u0007\n\t\u2028";

  @Test
  void fitsEitherPaperLineByLine() {
    for (int seed = 0; seed < BILLS; seed++) {
      for (Slip slip : endings(new SplittableRandom(seed))) {
        for (PaperWidth width : PaperWidth.values()) {
          for (String line : slip.text(width).split("\n", -1)) {
            assertTrue(Columns.width(line) <= width.columns(), "seed " + seed + ": " + line);
            assertTrue(line.chars().noneMatch(Character::isISOControl), "seed " + seed);
          }
        }
      }
    }
  }

  @Test
  void addsUpAsItIsPrinted() {
    for (int seed = 0; seed < BILLS; seed++) {
      String what = "seed " + seed;
      for (Slip slip : endings(new SplittableRandom(seed))) {
        Money lines = slip.lines().stream().map(Slip.Line::total).reduce(Money.ZERO, Money::plus);
        assertEquals(lines, slip.sums().total(), what);
        SettlementSplit split = slip.split();
        slip.sums()
            .account()
            .filter(account -> !(slip.ending() instanceof Slip.Refunded))
            .ifPresent(
                account -> {
                  Money moved = account.after().minus(account.before());
                  Money part = split.paidBy(Payer.PERSONAL_ACCOUNT);
                  assertEquals(
                      slip.ending() instanceof Slip.Cancelled ? part : Money.ZERO.minus(part),
                      moved,
                      what);
                });
        slip.sums().cut().ifPresent(cut -> assertEquals(split.total(), cut.total(), what));
        assertEquals(paidLines(slip), printedPayers(slip), what);
      }
    }
  }

  /** What the payers' lines of the text come to, and what they should. */
  private static Money printedPayers(Slip slip) {
    Money sum = Money.ZERO;
    List<String> names = new ArrayList<>();
    for (Payer payer : Payer.values()) {
      names.add(payer.zh() + " " + payer.en() + " ");
    }
    for (OtherLayer other : slip.split().others()) {
      names.add(other.payer().name() + " ");
    }
    for (String line : slip.text(PaperWidth.MM_80).split("\n", -1)) {
      if (names.stream().anyMatch(line::startsWith)) {
        sum = sum.plus(Money.parseYuan(line.substring(line.lastIndexOf(' ') + 1)));
      }
    }
    return sum;
  }

  private static Money paidLines(Slip slip) {
    // A refund says what goes back, what is paid anew, and payer by payer the difference.
    return slip.ending() instanceof Slip.Refunded r
        ? r.returned().total().plus(r.returned().total())
        : slip.split().total();
  }

  private static List<Slip> endings(SplittableRandom random) {
    BillRecord.SettleIntent intent = intent(random, new BillId("TEST00000001", "B1"), 5);
    BillRecord.SettleIntent rest = intent(random, new BillId("TEST00000001", "B2"), 0);
    BillRecord settled = new BillRecord.Settled(receipt(random, intent.intent()));
    SlipSource gone =
        Paths.source(
            intent.intent().bill(),
            intent,
            settled,
            new BillRecord.CancelIntent(
                "C1", new CancelOrder(text(random), text(random), text(random)), Samples.SIGNED),
            new BillRecord.Cancelled(
                "C1",
                new Cancelled(
                    text(random),
                    text(random),
                    intent.intent().confirmed().split(),
                    Money.parseYuan("99999.99"),
                    Samples.NOON,
                    DAY,
                    Samples.SIGNED)));
    SlipSource anew =
        Paths.source(
            rest.intent().bill(), rest, new BillRecord.Settled(receipt(random, rest.intent())));
    List<Slip> slips = new ArrayList<>();
    slips.add(Slips.of(Paths.source(intent.intent().bill(), intent, settled)));
    slips.add(Slips.of(gone));
    slips.add(Slips.refund(gone, anew));
    slips.add(
        Slips.of(
            Paths.source(
                intent.intent().bill(),
                intent,
                new BillRecord.ReverseIntent("R1", "M1", "not wanted", Samples.SIGNED),
                new BillRecord.Reversed("M1", Optional.of(text(random)), Samples.SIGNED))));
    slips.add(slips.get(random.nextInt(slips.size())).asCopy());
    return slips;
  }

  private static Receipt receipt(SplittableRandom random, Intent intent) {
    return new Receipt(
        text(random),
        intent.message(),
        intent.confirmed().cut(),
        intent.confirmed().split(),
        new Money(random.nextLong(10_000_00)),
        Samples.NOON.plusSeconds(random.nextInt(1, 9)),
        DAY,
        Samples.SIGNED);
  }

  private static BillRecord.SettleIntent intent(SplittableRandom random, BillId bill, int more) {
    List<Slip.Line> lines = new ArrayList<>();
    Money total = Money.ZERO;
    int count = 1 + random.nextInt(0, more + 1) + more;
    for (int i = 0; i < count; i++) {
      // The rest of a bill is one line of it, and no dearer than the cheapest of the others.
      int yuan = more == 0 ? 1 : random.nextInt(1, 100_000);
      Money amount = new Money(yuan * 100L);
      total = total.plus(amount);
      lines.add(
          new Slip.Line(
              text(random),
              text(random),
              random.nextBoolean() ? "" : text(random),
              List.of("A", "B", "C", "").get(random.nextInt(4)),
              UnitPrice.parse(yuan + ".00"),
              Quantity.parse("1"),
              amount));
    }
    return new BillRecord.SettleIntent(
        new Intent(
            new SettleMessage("M-" + bill.number(), bill),
            "Q1",
            "ab12",
            Samples.SIGNED,
            figures(random, total),
            text(random),
            Samples.NOON,
            Samples.NOON,
            new Particulars(
                text(random),
                text(random),
                random.nextInt(100),
                "V1",
                text(random),
                random.nextBoolean() ? Scheme.EMPLOYEE : Scheme.RESIDENT,
                Optional.empty(),
                random.nextBoolean(),
                lines,
                Agreed.nothing(),
                List.of(new Slip.Told("R", "测" + text(random), "t" + text(random))),
                List.of(),
                new YearToDate(
                    OptionalInt.of(2026),
                    Map.of("pool-paid", new Money(random.nextLong(100_000_00)))))));
  }

  private static Figures figures(SplittableRandom random, Money total) {
    Map<Payer, Money> parts = new EnumMap<>(Payer.class);
    List<OtherLayer> others = new ArrayList<>();
    long left = total.fen();
    for (Payer payer : Payer.values()) {
      long part = payer == Payer.CASH ? left : random.nextLong(left / 2 + 1);
      parts.put(payer, new Money(part));
      left -= part;
      if (payer == Payer.MEDICAL_AID && left > 1) {
        others.add(
            new OtherLayer(
                new VoluntaryPayer("I1", "惠民保", VoluntaryPayer.Kind.MUTUAL),
                new Money(1),
                "A" + text(random)));
        left -= 1;
      }
    }
    long scope = random.nextLong(total.fen() + 1);
    return new Figures(
        new ScopeCut(
            new Money(total.fen() - scope), Money.ZERO, Money.ZERO, new Money(scope), Money.ZERO),
        new SettlementSplit(total, parts, others));
  }

  /** Begins with a letter of its own, so that no line of it looks like a payer's. */
  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder("x");
    int[] letters = LETTERS.codePoints().toArray();
    for (int i = random.nextInt(0, 90); i > 0; i--) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }
}
