package io.caresettle.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.Evidence;
import io.caresettle.journal.Draft;
import io.caresettle.journal.Entry;
import io.caresettle.journal.RecordType;
import io.caresettle.problem.RecordUnreadable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What is written in the journal is read as it was meant")
@Timeout(180)
class RecordsTest {

  private static final List<BillRecord> ALL =
      List.of(
          new BillRecord.Quoted(
              "Q1", "ab12", Samples.NOON, LocalDate.of(2026, 11, 20), Samples.CONFIRMED),
          new BillRecord.SettleIntent(Samples.intent("M1", "Q1")),
          new BillRecord.NotSent("M1", "the centre is down", false),
          new BillRecord.Unknown("M1", "late"),
          new BillRecord.Wanted("M1", Samples.NOON),
          new BillRecord.Settled(Samples.receipt(Samples.CONFIRMED)),
          new BillRecord.SettledDifferently(Samples.receipt(Samples.OTHER)),
          new BillRecord.Settled(Samples.receipt(Samples.WITH_AN_INSURER)),
          new BillRecord.DifferenceAccepted("M1"),
          new BillRecord.Refused("M1", Samples.REFUSAL),
          new BillRecord.ReverseIntent("R1", "M1", "not wanted", Samples.SIGNED),
          new BillRecord.Reversed("M1", Optional.of("S1"), Samples.SIGNED),
          new BillRecord.Reversed("M1", Optional.empty(), Evidence.NONE),
          new BillRecord.LateAnswer("M1", "settled as S1", Samples.SIGNED),
          new BillRecord.CancelIntent("C1", Samples.ORDER, Samples.SIGNED),
          new BillRecord.Cancelled("C1", Samples.CANCELLED),
          new BillRecord.CancelRefused("C1", Samples.REFUSAL),
          new BillRecord.PresumedAbsent("M1", "not seen twice"),
          new BillRecord.Reopened("M1", "the day's details hold it"),
          new BillRecord.Disputed("M1", "restored copy"),
          new BillRecord.HeldByCentre(
              "M9", "S9", LocalDate.of(2026, 11, 20), Samples.CONFIRMED, "lost journal"),
          new BillRecord.Reconciled(LocalDate.of(2026, 11, 20)),
          new BillRecord.Acknowledged());

  @Test
  void everyKindOfRecordComesBackAsItWas() {
    Set<RecordType> types = EnumSet.noneOf(RecordType.class);
    for (BillRecord record : ALL) {
      Entry entry = entry(record, 5);
      types.add(entry.type());
      assertEquals(record, RecordReader.read(entry));
    }
    // These are of bills that no fund settles; others write and read them.
    assertEquals(
        EnumSet.complementOf(
            EnumSet.of(
                RecordType.CLAIM_SLIP,
                RecordType.COSTS_INTENT,
                RecordType.COSTS_UPLOADED,
                RecordType.COSTS_WITHDRAWN,
                RecordType.VISIT_CALL)),
        types);
  }

  @Test
  void aValueCannotLookLikeAnotherLine() {
    TextBody body = new TextBody().put("a", "1\nb: 2\r\\n").put("c", "");
    assertEquals(3, body.toString().split("\n", -1).length);
    assertEquals("1\nb: 2\r\\n", TextBody.parse(body.toString()).get("a"));
    assertEquals("", TextBody.parse(body.toString()).get("c"));
    assertEquals("", TextBody.parse(body.toString()).getOrEmpty("b"));
  }

  @Test
  void aRecordThatCannotBeUnderstoodStopsTheBill() {
    Entry intent = entry(ALL.get(1), 1);
    Entry broken =
        new Entry(2, Samples.BILL, RecordType.SETTLED, "M1", Samples.NOON, "settlement-id: S1\n");
    RecordUnreadable stop =
        assertThrows(RecordUnreadable.class, () -> RecordReader.fold(List.of(intent, broken)));
    assertTrue(stop.toString().contains("Record 2"));
    assertThrows(RecordUnreadable.class, () -> RecordReader.fold(List.of(entry(ALL.get(5), 1))));
  }

  @Test
  void recordsOfTheFirstVersionAreReadWithoutTheDocumentsThatItDidNotKeep() {
    Entry now = entry(ALL.get(1), 1);
    Entry then =
        new Entry(
            1,
            now.bill(),
            now.type(),
            now.messageId(),
            now.time(),
            now.body().replaceAll("(document(-key)?|at|care): .*\n", "") + "body: AAEC\n");
    BillRecord.SettleIntent intent =
        assertInstanceOf(BillRecord.SettleIntent.class, RecordReader.read(then));
    assertEquals(Evidence.NONE, intent.intent().document());
    assertEquals(then.time(), intent.intent().at());
    assertEquals(Optional.empty(), intent.intent().particulars().care());
    Entry reverse =
        new Entry(
            2,
            Samples.BILL,
            RecordType.REVERSE_INTENT,
            "R1",
            Samples.NOON,
            "original: M1\nwhy: x\n");
    assertEquals(
        new BillRecord.ReverseIntent("R1", "M1", "x", Evidence.NONE), RecordReader.read(reverse));
    Entry reversed =
        new Entry(
            3,
            Samples.BILL,
            RecordType.REVERSED,
            "M1",
            Samples.NOON,
            "settlement-id: S1\nevidence: AAEC\n");
    BillRecord.Reversed read =
        assertInstanceOf(BillRecord.Reversed.class, RecordReader.read(reversed));
    assertEquals(new Evidence("", Samples.SIGNED.document()), read.evidence());
  }

  @Test
  void theJournalHoldsNoNameInFull() {
    String body = entry(ALL.get(1), 1).body();
    assertFalse(body.contains("测试甲"));
    assertFalse(body.contains("329900198503120011"));
  }

  private static Entry entry(BillRecord record, long position) {
    Draft draft = RecordWriter.draft(Samples.BILL, record);
    return new Entry(
        position, draft.bill(), draft.type(), draft.messageId(), Samples.NOON, draft.body());
  }
}
