package io.caresettle.eligibility;

import static io.caresettle.eligibility.TestLaw.NANTONG;
import static io.caresettle.eligibility.TestLaw.SHANGHAI;
import static io.caresettle.eligibility.TestLaw.SUZHOU;
import static io.caresettle.eligibility.Verdicts.assertOpen;
import static io.caresettle.eligibility.Verdicts.closedBy;
import static io.caresettle.eligibility.Verdicts.decide;
import static io.caresettle.eligibility.Verdicts.insured;
import static io.caresettle.eligibility.Verdicts.notice;
import static io.caresettle.eligibility.Verdicts.outpatient;
import static io.caresettle.money.Payer.POOL_FUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.eligibility.Interruption.Cause;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.InsuredCategory;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Days of a gap, while it is open and once it was made good")
class MadeGoodTest {

  private static final LocalDate JANUARY = LocalDate.of(2024, 1, 10);
  private static final LocalDate CARE = LocalDate.of(2025, 6, 15);
  private static final LocalDate CAME = LocalDate.of(2025, 7, 20);
  private static final LocalDate LAST = LocalDate.of(2025, 7, 31);

  private static Institution hospital(String area) {
    return Verdicts.institution(Institution.Kind.HOSPITAL, area, Institution.Grade.A);
  }

  private static Interruption gap(Cause cause, boolean payable) {
    return new Interruption(
        LocalDate.of(2025, 6, 1), Optional.empty(), Interruption.Scope.POOL, cause, payable, "");
  }

  private static Eligibility ask(String area, Visit visit, Interruption gap) {
    InsuredKind kind =
        gap.cause() == Cause.OWN_ARREARS ? InsuredKind.FLEXIBLE : InsuredKind.EMPLOYER;
    return decide(visit, hospital(area), insured(kind, area, JANUARY).interrupted(gap));
  }

  /** SZ 21¶1, NT 11¶2, NT 12¶2. */
  @ParameterizedTest
  @CsvSource({
    "320500, EMPLOYER_ARREARS, R-ELIG-11",
    "320600, EMPLOYER_ARREARS, R-ELIG-11",
    "320600, OWN_ARREARS,      R-ELIG-12",
  })
  @DisplayName("while it is open the person pays, and is told until when it may be made good")
  void whileItIsOpen(String area, Cause cause, String rule) {
    Interruption open = gap(cause, true).mayBeMadeGoodUntil(LAST);
    Eligibility verdict = ask(area, outpatient(CARE), open);
    assertOpen("account", verdict);
    Finding.Remedy remedy = closedBy("R-ELIG-14", POOL_FUND, verdict).remedy().orElseThrow();
    assertTrue(remedy.en().contains("by 2025-07-31") && remedy.en().contains(rule), remedy.en());
    assertTrue(remedy.zh().contains("2025-07-31"), remedy.zh());
    assertEquals(Optional.of(LAST), verdict.gap().flatMap(Gap::mayBeMadeGoodUntil));
    assertTrue(verdict.gap().orElseThrow().payableAfterwards());
  }

  @Test
  @DisplayName("when the last day is over, nobody is told to keep waiting")
  void tooLate() {
    Interruption open = gap(Cause.EMPLOYER_ARREARS, true).mayBeMadeGoodUntil(LAST);
    Eligibility onTheLastDay = ask(SUZHOU, outpatient(CARE).uploaded(LAST), open);
    assertTrue(onTheLastDay.gap().orElseThrow().payableAfterwards());
    Eligibility after = ask(SUZHOU, outpatient(CARE).uploaded(LAST.plusDays(1)), open);
    assertFalse(after.gap().orElseThrow().payableAfterwards());
    assertEquals(Optional.empty(), closedBy("R-ELIG-14", POOL_FUND, after).remedy());
  }

  @ParameterizedTest
  @Tag("R-ELIG-11")
  @Tag("R-ELIG-12")
  @CsvSource({
    "320500, EMPLOYER_ARREARS, R-ELIG-11, 2025-07-19, account",
    "320500, EMPLOYER_ARREARS, R-ELIG-11, 2025-07-20, account",
    "320500, EMPLOYER_ARREARS, R-ELIG-11, 2025-07-21, both",
    "320600, OWN_ARREARS,      R-ELIG-12, 2025-07-20, account",
    "320600, OWN_ARREARS,      R-ELIG-12, 2025-07-21, both",
  })
  @DisplayName("made good in time, its bills are settled from the day after")
  void madeGoodInTime(String area, Cause cause, String rule, LocalDate sent, String open) {
    Interruption made = gap(cause, true).mayBeMadeGoodUntil(LAST).madeGoodOn(CAME);
    Eligibility verdict = ask(area, outpatient(CARE).uploaded(sent), made);
    assertOpen(open, verdict);
    if (open.equals("both")) {
      assertTrue(notice(rule, verdict).zh().contains("2025-07-20"));
      assertEquals(Optional.empty(), verdict.gap());
    }
  }

  /** SH 15¶1; NT 12¶2 after the window. */
  @ParameterizedTest
  @CsvSource({"310000, EMPLOYER_ARREARS, none", "320600, OWN_ARREARS, account"})
  @DisplayName("made good too late, or where no text pays it: it stays closed, and says so")
  void madeGoodAndNotPayable(String area, Cause cause, String open) {
    Interruption late = gap(cause, false).madeGoodOn(CAME);
    Eligibility verdict = ask(area, outpatient(CARE).uploaded(CAME.plusDays(1)), late);
    assertOpen(open, verdict);
    Finding closed = closedBy("R-ELIG-14", POOL_FUND, verdict);
    assertTrue(closed.en().contains("made up on 2025-07-20"), closed.en());
    assertFalse(closed.article().contains("cf."), closed.article());
    assertEquals(Optional.of(CAME), verdict.gap().flatMap(Gap::madeGoodOn));
  }

  /** SZ 24, NT 11¶3: from one employer to the next, of which nothing is known yet. */
  @ParameterizedTest
  @Tag("R-ELIG-13")
  @CsvSource({"320500, SZ 24", "320600, NT 11¶3"})
  @DisplayName("between two employers the person pays, and is told until when to join up")
  void betweenTwoEmployers(String area, String article) {
    LocalDate left = LocalDate.of(2025, 5, 31);
    Enrolment ended =
        new Enrolment(
                InsuredKind.EMPLOYER,
                InsuredCategory.ACTIVE,
                area,
                JANUARY,
                Optional.of(left),
                Optional.of(JANUARY))
            .interrupted(gap(Cause.ENDED, true).mayBeMadeGoodUntil(LAST));
    assertOpen("both", decide(outpatient(left), hospital(area), ended));
    Eligibility verdict = decide(outpatient(CARE), hospital(area), ended);
    assertOpen("account", verdict);
    Finding.Remedy remedy = closedBy("R-ELIG-13", POOL_FUND, verdict).remedy().orElseThrow();
    assertTrue(remedy.en().contains("by 2025-07-31"), remedy.en());
    Interruption joined = gap(Cause.ENDED, true).mayBeMadeGoodUntil(LAST).madeGoodOn(CAME);
    assertOpen("both", ask(area, outpatient(CARE).uploaded(CAME.plusDays(1)), joined));
    Eligibility before = ask(area, outpatient(CARE).uploaded(CAME), joined);
    assertOpen("account", before);
    assertEquals(article, closedBy("R-ELIG-13", POOL_FUND, before).article());
  }

  /** SZ 21¶3: the account outlasts a suspension, and so an enrolment that may yet be joined up. */
  @ParameterizedTest(name = "{0} on {1}: {2}")
  @Tag("R-ELIG-14")
  @CsvSource({
    "320500, 2025-06-01, account",
    "320500, 2025-07-31, account",
    "320500, 2025-08-01, none",
    "320600, 2025-06-01, account",
    "310000, 2025-06-01, none",
  })
  @DisplayName(
      "between two employers the account stays usable where the text says so, in the window")
  void theAccountBetweenTwoEmployers(String area, LocalDate day, String open) {
    Enrolment ended =
        new Enrolment(
                InsuredKind.EMPLOYER,
                InsuredCategory.ACTIVE,
                area,
                JANUARY,
                Optional.of(LocalDate.of(2025, 5, 31)),
                Optional.of(JANUARY))
            .interrupted(gap(Cause.ENDED, true).mayBeMadeGoodUntil(LAST));
    assertOpen(open, decide(outpatient(day), hospital(area), ended));
  }

  /** SZ 52¶1(2) speaks of insurance funds, JS 72¶3 and NT 11¶2 of the basic benefits. */
  @Test
  @Tag("R-ELIG-15")
  @DisplayName("the employer bears the insurance funds' part, by the area's own text")
  void whatTheEmployerBears() {
    Gap suzhou = open(SUZHOU);
    assertEquals(Set.of(POOL_FUND, Payer.CRITICAL_ILLNESS), suzhou.borne());
    assertEquals("SZ 52; JS 72¶3", suzhou.article());
    Gap nantong = open(NANTONG);
    assertEquals(Set.of(POOL_FUND), nantong.borne());
    assertEquals("JS 72¶3; NT 11¶2", nantong.article());
    assertEquals(Set.of(POOL_FUND), open(SHANGHAI).borne());
  }

  private static Gap open(String area) {
    return ask(area, outpatient(CARE), gap(Cause.EMPLOYER_ARREARS, true)).gap().orElseThrow();
  }
}
