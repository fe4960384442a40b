package io.caresettle.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.journal.Entry;
import io.caresettle.journal.RecordType;
import io.caresettle.split.BillId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A bill's story in words, and what stays of it in clear")
class BillStoryTest {

  private static final BillId BILL = new BillId("TEST00000001", "B1");
  private static final String SAID =
      """
      why: no answer
      settlement-id: S-9
      total: 12.30
      pays.CASH: 2.30
      code: E1
      zh: 甲
      en: one
      operator: op-7
      until: 2026-11-20T03:00:00Z
      what: ok
      masked-name: 测**
      visit: V-1
      line.0.name: pills
      evidence: QUJD
      """;

  @Test
  void anUnknownBillThatWasUndoneIsToldInOrder() {
    List<String> told = new ArrayList<>();
    BillStory.of(
            List.of(
                entry(1, RecordType.SETTLE_INTENT),
                entry(2, RecordType.UNKNOWN),
                entry(3, RecordType.REVERSE_INTENT),
                entry(4, RecordType.REVERSED)))
        .forEach(line -> told.add(line.record() + " " + line.zh() + " / " + line.en()));
    assertEquals(
        List.of(
            "1 患者确认，经办人 op-7 发起结算，总额 12.30 元 / the patient agreed and operator op-7 began to"
                + " settle, in all 12.30 yuan",
            "2 结果不明（中心无应答），终端自动核实，勿另行结算 / nobody knows the outcome (no answer); the"
                + " terminal finds out: do not settle it under another number",
            "3 开始冲正（中心无应答），反复请求直至中心确认 / it is to be undone (no answer); the centre is asked"
                + " until it says so",
            "4 已冲正，结算号 S-9 不再有效 / undone: settlement S-9 does not stand any more"),
        told);
  }

  @ParameterizedTest
  @EnumSource(RecordType.class)
  void everyRecordHasASentenceInBothLanguagesAndNamesNobody(RecordType type) {
    BillStory.Line line = BillStory.of(List.of(entry(1, type))).get(0);
    assertFalse(line.zh().isEmpty());
    assertFalse(line.en().isEmpty());
    assertFalse((line.zh() + line.en()).contains("测"), line.toString());
    assertFalse((line.zh() + line.en()).contains(type.name()), line.toString());
    assertTrue(line.zh().codePoints().filter(c -> c >= 0x4E00).count() > 4, line.zh());
    assertTrue(line.en().contains(" "), line.en());
  }

  @Test
  void aRefundTellsWhoAskedWhoAllowedItAndWhereItGoesOn() {
    String said =
        """
        operator: op-7
        reason: 退药
        approved-by: op-8
        anew: B2
        """;
    BillStory.Line line =
        BillStory.of(
                List.of(new Entry(1, BILL, RecordType.CANCEL_INTENT, "C1", Instant.EPOCH, said)))
            .get(0);
    assertEquals("经办人 op-7 要求撤销（退药），复核 op-8，余下部分以单据 B2 重新结算", line.zh());
    assertEquals(
        "operator op-7 asked to cancel it (退药), approved by op-8; what remains is settled anew as"
            + " bill B2",
        line.en());
  }

  @Test
  void whatOthersWroteStaysOnItsLineAndTimesAreChinas() {
    List<BillStory.Line> told =
        BillStory.of(
            Paths.entries(
                BILL,
                new BillRecord.Refused("M1", Samples.REFUSAL),
                new BillRecord.Wanted("M1", Instant.parse("2026-11-20T02:05:00Z")),
                BillRecord.LateAnswer.notFound("M1")));
    assertFalse(told.get(0).zh().contains("\n"), told.get(0).zh());
    assertEquals("经办人仍需此单，等到 2026-11-20 10:05:00", told.get(1).zh());
    assertEquals("查询：中心尚未收到此单", told.get(2).zh());
  }

  @Test
  void whomThePatientLetKnowIsTold() {
    String said =
        """
        operator: op-7
        leave: 1
        leave.0.payer: INS-1
        leave.0.authorisation: AU1
        """;
    BillStory.Line line =
        BillStory.of(
                List.of(new Entry(1, BILL, RecordType.SETTLE_INTENT, "M1", Instant.EPOCH, said)))
            .get(0);
    assertTrue(line.zh().endsWith("患者授权告知 INS-1"), line.zh());
    assertTrue(line.en().endsWith("with leave to tell INS-1"), line.en());
  }

  @Test
  void aNoteInClearHasAmountsAndDigestsAndNothingOfAPerson() {
    String note = ClearNote.of(entry(4, RecordType.SETTLED));
    assertTrue(note.contains("total: 12.30\n"), note);
    assertTrue(note.contains("pays.CASH: 2.30\n"), note);
    assertTrue(note.contains("settlement-id: S-9\n"), note);
    assertTrue(note.contains("evidence-digest: "), note);
    assertTrue(note.contains("record-digest: "), note);
    assertFalse(note.contains("测") || note.contains("pills") || note.contains("V-1"), note);
    assertFalse(note.contains("QUJD"), note);
  }

  private static Entry entry(long position, RecordType type) {
    return new Entry(position, BILL, type, "M1", Instant.parse("2026-11-20T02:00:00Z"), SAID);
  }
}
