package io.caresettle.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Money;
import io.caresettle.problem.Misuse;
import io.caresettle.split.BillId;
import io.caresettle.writing.Columns;
import io.caresettle.writing.Paper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The slip")
@Timeout(180)
class SlipTest {

  static Stream<Arguments> endings() {
    return Stream.of(
        Arguments.of("settled", SlipSamples.settled()),
        Arguments.of("cancelled", SlipSamples.cancelled()),
        Arguments.of("refunded", SlipSamples.refunded()),
        Arguments.of("reversed", SlipSamples.reversed()),
        Arguments.of("copy", SlipSamples.settled().asCopy()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endings")
  @Tag("R-SCOPE-08")
  void ofEachEndingReadsAsSomebodyApprovedOnBothPapers(String name, Slip slip) {
    assertEquals(approved(name + "-80.txt"), slip.text(PaperWidth.MM_80));
    assertEquals(approved(name + "-58.txt"), slip.text(PaperWidth.MM_58));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endings")
  void ofEachEndingIsDataForWhoeverPrintsHimself(String name, Slip slip) {
    assertEquals(approved(name + ".json"), slip.json() + "\n");
  }

  @Test
  void thereIsNoneBeforeTheEndingIsKeptAndDecided() {
    BillRecord begun = new BillRecord.SettleIntent(Samples.intent("M1", "Q1"));
    BillRecord unknown = new BillRecord.Unknown("M1", "late");
    BillRecord settled = new BillRecord.Settled(Samples.receipt(Samples.CONFIRMED));
    BillRecord differs = new BillRecord.SettledDifferently(Samples.receipt(Samples.OTHER));
    BillRecord reversing = new BillRecord.ReverseIntent("R1", "M1", "not wanted", Samples.SIGNED);
    BillRecord cancelling = new BillRecord.CancelIntent("C1", Samples.ORDER, Samples.SIGNED);
    List<List<BillRecord>> undecided =
        List.of(
            List.of(),
            List.of(begun),
            List.of(begun, unknown),
            List.of(begun, differs),
            List.of(begun, reversing),
            List.of(begun, settled, reversing),
            List.of(begun, settled, cancelling),
            List.of(begun, new BillRecord.Refused("M1", Samples.REFUSAL)),
            List.of(begun, new BillRecord.NotSent("M1", "the centre is down", false)));
    for (List<BillRecord> records : undecided) {
      assertThrows(Misuse.class, () -> Slips.of(source(records)), records::toString);
    }
    assertEquals(
        Samples.OTHER.split(),
        Slips.of(source(List.of(begun, differs, new BillRecord.DifferenceAccepted("M1")))).split());
  }

  @Test
  void nobodyOutsideCanMakeOne() {
    assertTrue(
        Arrays.stream(Slip.class.getDeclaredConstructors())
            .noneMatch(made -> Modifier.isPublic(made.getModifiers())));
    assertTrue(Modifier.isFinal(Slip.class.getModifiers()));
  }

  @Test
  @Tag("R-TXN-06")
  void ofARefundIsOfTwoBillsOfOneVisitTheOneGoneBeforeTheOtherStands() {
    BillId rest = SlipSamples.REST;
    BillRecord begun = new BillRecord.SettleIntent(Samples.intent("M1", "Q1"));
    BillRecord settled = new BillRecord.Settled(Samples.receipt(Samples.CONFIRMED));
    SlipSource stands = source(List.of(begun, settled));
    SlipSource gone =
        source(
            List.of(
                begun,
                settled,
                new BillRecord.CancelIntent("C1", Samples.ORDER, Samples.SIGNED),
                new BillRecord.Cancelled("C1", Samples.CANCELLED)));
    SlipSource anew = Paths.source(rest, begun, settled);
    assertEquals(rest.number(), anew.bill().number());
    assertThrows(Misuse.class, () -> Slips.refund(stands, anew), "it still stands");
    assertThrows(Misuse.class, () -> Slips.refund(gone, gone), "nothing stands anew");
    assertThrows(Misuse.class, () -> Slips.refund(gone, stands), "the same bill");
    assertThrows(
        Misuse.class,
        () -> Slips.refund(gone, Paths.source(new BillId("TEST00000002", "B2"), begun, settled)),
        "another institution's");
    Slip.Refunded refunded = (Slip.Refunded) Slips.refund(gone, anew).ending();
    assertEquals(Samples.BILL, refunded.replaced());
  }

  @Test
  void aRefundsNetIsWhatWentBackLessWhatIsPaidAnewPayerByPayer() {
    Slip slip = SlipSamples.refunded();
    SlipNet net = new SlipNet(((Slip.Refunded) slip.ending()).returned(), slip.split());
    assertEquals(Money.parseYuan("91.00"), net.total());
    assertEquals(
        net.total(), net.parts().stream().map(SlipNet.Part::back).reduce(Money.ZERO, Money::plus));
    assertTrue(slip.text(PaperWidth.MM_58).contains("补付 to be paid besides"), "cash was 5, now 9");
  }

  @ParameterizedTest
  @EnumSource(PaperWidth.class)
  void aReprintSaysThatItIsOne(PaperWidth width) {
    endings()
        .map(ending -> (Slip) ending.get()[1])
        .filter(slip -> !slip.copy())
        .forEach(
            slip -> {
              assertFalse(slip.text(width).contains("COPY"));
              assertTrue(slip.asCopy().text(width).contains("补打 COPY"));
              assertTrue(slip.asCopy().json().contains("\"copy\":true"));
            });
  }

  @Test
  void whatTheCentreDidNotTellOfTheYearIsNotSaid() {
    Paper paper = new Paper(32);
    YearToDate.untold().print(paper);
    assertEquals("\n", paper.toString());
  }

  @Test
  void aRecordThatKeptNoYearAndNoSpecificationStillHasASlip() {
    List<String> dropped = List.of("year", "line.0.specification", "line.1.specification");
    TextBody old = new TextBody();
    var entry = Paths.entries(Samples.BILL, SlipSamples.begun(Samples.BILL, Samples.CONFIRMED));
    entry
        .get(0)
        .body()
        .lines()
        .filter(line -> dropped.stream().noneMatch(line::startsWith))
        .map(line -> line.split(": ", 2))
        .forEach(part -> old.put(part[0], part[1]));
    assertEquals(YearToDate.untold(), YearToDate.read(old));
  }

  @Test
  void aLongValueGoesToALineOfItsOwnAndALongNameIsBroken() {
    assertEquals(
        "结算号\n    1234567890123456\n", new Paper(20).pair("结算号", "1234567890123456").toString());
    assertEquals("一二三四\n五六\n", new Paper(9).left("一二三四五六").toString());
  }

  @Test
  void whatWouldBeACommandToThePrinterIsABlank() {
    assertEquals("a b  c\n", new Paper(20).left("a\nb\u001b\u0007c").toString());
  }

  @Test
  void everyLineOfEveryEndingFitsItsPaper() {
    for (PaperWidth width : PaperWidth.values()) {
      endings()
          .flatMap(ending -> ((Slip) ending.get()[1]).text(width).lines())
          .forEach(line -> assertTrue(Columns.width(line) <= width.columns(), line));
    }
  }

  @Test
  void aPrintedSlipNamesNobodyInALog() {
    assertEquals("Slip[TEST00000001/B1, Settled]", SlipSamples.settled().toString());
  }

  @Test
  void aReversalNamesTheSettlementItUndidWhereOneStood() {
    assertEquals(
        Optional.of("S1"), ((Slip.Reversed) SlipSamples.reversed().ending()).settlementId());
    assertEquals(Money.ZERO, SlipSamples.reversed().split().total());
  }

  private static SlipSource source(List<BillRecord> records) {
    return Paths.source(Samples.BILL, records.toArray(BillRecord[]::new));
  }

  private static String approved(String file) {
    try (InputStream in = SlipTest.class.getResourceAsStream("slips/" + file)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
