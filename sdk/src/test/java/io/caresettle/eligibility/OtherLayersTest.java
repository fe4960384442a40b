package io.caresettle.eligibility;

import static io.caresettle.eligibility.Verdicts.EMPLOYEE;
import static io.caresettle.eligibility.Verdicts.HOSPITAL;
import static io.caresettle.eligibility.Verdicts.PATIENT;
import static io.caresettle.eligibility.Verdicts.decide;
import static io.caresettle.eligibility.Verdicts.outpatient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.eligibility.Authorisation.Purpose;
import io.caresettle.money.VoluntaryPayer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Who pays after the public layers")
class OtherLayersTest {

  private static final VoluntaryPayer INSURER =
      new VoluntaryPayer("INS1", "测试惠民保", VoluntaryPayer.Kind.COMMERCIAL);
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 9, 30);
  private static final String OWN = PATIENT.personNumber();

  private static OtherFinding on(LocalDate day, Authorisation... leave) {
    OtherCover cover =
        new OtherCover(INSURER, LocalDate.of(2026, 1, 1), Optional.of(LocalDate.of(2026, 12, 31)));
    Eligibility verdict =
        decide(
            outpatient(day),
            HOSPITAL,
            Entitlements.of(List.of(EMPLOYEE))
                .withOthers(new OtherPayers(List.of(cover), List.of(leave))));
    assertEquals(1, verdict.others().size());
    return verdict.others().get(0);
  }

  private static Authorisation leave(String person, String payer, Purpose purpose) {
    return new Authorisation(
        "AU1", person, payer, purpose, FIRST, Optional.of(LAST), Optional.empty());
  }

  private static Authorisation leave() {
    return leave(OWN, "INS1", Purpose.DIRECT_SETTLEMENT);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @Tag("R-DATA-07")
  @DisplayName("is told of the days of service that the leave names, the day before and after not")
  @CsvSource({
    "2026-02-28, false",
    "2026-03-01, true",
    "2026-03-02, true",
    "2026-09-29, true",
    "2026-09-30, true",
    "2026-10-01, false",
  })
  void leaveHoldsOnItsDays(LocalDate day, boolean open) {
    OtherFinding found = on(day, leave());
    assertEquals(open, found.open());
    assertEquals(open ? Optional.of("AU1") : Optional.empty(), found.authorisation());
    assertEquals(open ? "R-OTH-01" : "R-DATA-07", found.rule());
  }

  @Test
  @Tag("R-DATA-07")
  @DisplayName("is told nothing without leave, and the finding says why and what can be done")
  void whyNot() {
    LocalDate day = LocalDate.of(2026, 6, 1);
    assertClosed("未授权", on(day));
    assertClosed("给其他机构", on(day, leave(OWN, "INS2", Purpose.DIRECT_SETTLEMENT)));
    assertClosed("只用于本人自行理赔", on(day, leave(OWN, "INS1", Purpose.CLAIM)));
    assertClosed("未授权", on(day, leave("P-OTHER", "INS1", Purpose.DIRECT_SETTLEMENT)));
    assertClosed("2026-06-01 撤回", on(day, leave().revoked(day)));
    assertClosed("2026-09-30 到期", on(LocalDate.of(2026, 10, 1), leave()));
    assertClosed("2026-03-01 起", on(LocalDate.of(2026, 2, 28), leave()));
  }

  @ParameterizedTest(name = "sent on {0}: {1}")
  @Tag("R-DATA-07")
  @CsvSource({"2026-06-30, true", "2026-07-01, false", "2026-07-02, false"})
  @DisplayName("is told nothing from the day on which leave was taken back, whatever day of care")
  void takenBackFromThatDay(LocalDate sent, boolean open) {
    Authorisation leave = leave().revoked(LocalDate.of(2026, 7, 1));
    Eligibility verdict =
        decide(
            outpatient(LocalDate.of(2026, 6, 1)).uploaded(sent),
            HOSPITAL,
            Entitlements.of(List.of(EMPLOYEE))
                .withOthers(
                    new OtherPayers(
                        List.of(
                            new OtherCover(INSURER, LocalDate.of(2026, 1, 1), Optional.empty())),
                        List.of(leave))));
    assertEquals(open, verdict.others().get(0).open());
  }

  private static void assertClosed(String why, OtherFinding found) {
    assertFalse(found.open());
    assertEquals("R-DATA-07", found.rule());
    assertEquals("SH 50; SZ 70", found.article());
    assertTrue(found.zh().contains(why), found::zh);
    assertTrue(found.remedy().isPresent());
  }

  @ParameterizedTest
  @Tag("R-OTH-01")
  @DisplayName("covers the day of service, or does not pay")
  @CsvSource({"2025-12-31, false", "2026-01-01, true", "2026-12-31, true", "2027-01-01, false"})
  void coverHoldsOnItsDays(LocalDate day, boolean open) {
    Authorisation always =
        new Authorisation(
            "AU1",
            OWN,
            "INS1",
            Purpose.DIRECT_SETTLEMENT,
            LocalDate.of(2020, 1, 1),
            Optional.empty(),
            Optional.empty());
    assertEquals(open, on(day, always).open());
  }

  @Test
  @DisplayName("does not pay with a bill that is all cash, whatever leave there is")
  void notWithoutTheCentre() {
    Eligibility verdict =
        decide(
            outpatient(LocalDate.of(2019, 6, 1)),
            HOSPITAL,
            Entitlements.of(List.of(EMPLOYEE))
                .withOthers(
                    new OtherPayers(
                        List.of(
                            new OtherCover(INSURER, LocalDate.of(2019, 1, 1), Optional.empty())),
                        List.of())));
    assertTrue(verdict.cashOnly());
    assertEquals("R-OTH-01", verdict.others().get(0).rule());
    assertFalse(verdict.others().get(0).open());
  }

  @Test
  @DisplayName("leave for everybody or of no days is none, and a newer state replaces the older")
  void whatLeaveIs() {
    assertThrows(IllegalArgumentException.class, () -> leave(OWN, " ", Purpose.DIRECT_SETTLEMENT));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Authorisation(
                "AU1", OWN, "INS1", Purpose.CLAIM, LAST, Optional.of(FIRST), Optional.empty()));
    OtherPayers revoked =
        OtherPayers.none().with(leave()).with(leave().revoked(LocalDate.of(2026, 7, 1)));
    assertEquals(1, revoked.authorisations().size());
    assertTrue(revoked.authorisations().get(0).revoked().isPresent());
    assertFalse(leave().toString().contains(OWN));
  }
}
