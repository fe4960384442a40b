package io.caresettle.sim.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.eligibility.Filing;
import io.caresettle.eligibility.InsuredKind;
import io.caresettle.eligibility.Interruption;
import io.caresettle.eligibility.Sanction;
import io.caresettle.identity.FamilyBinding;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.sim.ShippedOrdinances;
import io.caresettle.sim.entitle.BookShelf;
import io.caresettle.sim.entitle.Entitle;
import io.caresettle.sim.entitle.History;
import io.caresettle.sim.entitle.HistoryFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the terminal gets of the centre's decision")
class TerminalsCopyTest {

  private static final String PERSON =
      """
      person:
        number: P0000101
        name: 测试某
        born: 1970-06-15
        sex: woman
        balance: "100.00"
        past-years: "20.00"
        groups: [{group: disabled-soldier, from: 2020-01-01}]
        aid:
          - {class: fixed, area: "320600", from: 2025-01-01}
          - {class: destitute, area: "320600", from: 2025-01-01, to: 2025-12-31}
          - {class: destitute, area: "320500", from: 2025-01-01}
        enrolments:
          - scheme: employee
            kind: flexible
            area: "320600"
            arrived: 2025-03-10
            first: true
            unpaid: [{month: 2025-05, made-up: 2025-07-20}]
        filings:
          - {id: F1, kind: long-term, care-area: "310000", from: 2025-01-01, filed: 2025-01-01}
        recognitions:
          - {disease: M00500, kind: special, from: 2025-01-01, hospital: TESTNT0001, level: level-2, uploaded: 2025-01-02}
          - {disease: E75.2, kind: rare, from: 2025-01-01, hospital: TESTNT0001, level: level-3, uploaded: 2025-01-02}
        stays: [{institution: TESTNT0001, from: 2025-06-01}]
        sanctions: [{from: 2025-09-01, to: 2025-10-31, why: 冒名, scope: networked}]
        family: [{payer: P0000102, relation: spouse, from: 2025-01-01}]
      """;

  private static Entitlements copy(String text, String day) {
    History history = HistoryFile.read("p.yaml", text);
    Entitle entitle = new Entitle(new BookShelf(ShippedOrdinances.book()));
    LocalDate service = LocalDate.parse(day);
    return new TerminalsCopy(
            entitle.decide(history, service, LocalDate.parse("2026-06-01")), history)
        .entitlements();
  }

  @Test
  @DisplayName("is every date that was decided")
  void everyDate() {
    Entitlements copy = copy(PERSON, "2025-06-15");
    Enrolment enrolment = copy.enrolments().get(0);
    assertEquals(1, copy.enrolments().size());
    assertEquals(InsuredKind.FLEXIBLE, enrolment.kind());
    assertEquals(InsuredCategory.ACTIVE, enrolment.category());
    assertEquals(LocalDate.parse("2025-04-01"), enrolment.from());
    assertEquals(Optional.of(LocalDate.parse("2025-03-10")), enrolment.accountFrom());
    assertEquals(new Money(12_000), enrolment.accountBalance());
    assertEquals(new Money(2_000), enrolment.pastYears());
    assertEquals(
        List.of(
            new Interruption(
                LocalDate.parse("2025-06-01"),
                Optional.of(LocalDate.parse("2025-07-20")),
                Interruption.Scope.POOL,
                Interruption.Cause.OWN_ARREARS,
                true,
                "NT 12¶2",
                Optional.of(LocalDate.parse("2025-07-31")),
                Optional.of(LocalDate.parse("2025-07-20")))),
        enrolment.interruptions());
    assertEquals(Filing.Kind.LONG_TERM, copy.filings().get(0).kind());
    assertEquals(1, copy.recognitions().size());
    assertEquals(Optional.empty(), copy.stays().get(0).to());
    assertEquals(
        List.of("destitute 320600"),
        copy.aidClasses().stream().map(a -> a.word() + " " + a.area()).toList());
    assertEquals("disabled-soldier", copy.groups().get(0).word());
    assertEquals(Sanction.Scope.NETWORKED, copy.sanctions().get(0).scope());
    assertEquals(FamilyBinding.Relation.SPOUSE, copy.families().get(0).relation());
  }

  @Test
  @DisplayName("holds no enrolment of somebody with rules of their own")
  void ownRules() {
    Entitlements copy = copy(PERSON.replace("disabled-soldier", "retired-cadre"), "2025-06-15");
    assertTrue(copy.enrolments().isEmpty());
  }
}
