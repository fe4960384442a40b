package io.caresettle.longtermcare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.CardProof;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.identity.IdentityRules;
import io.caresettle.identity.InsuredPerson;
import io.caresettle.identity.InsuredPerson.CredentialStanding;
import io.caresettle.identity.Patient;
import io.caresettle.identity.Presented;
import io.caresettle.identity.Purpose;
import io.caresettle.identity.RealNameCheck;
import io.caresettle.identity.RealNameProfile;
import io.caresettle.identity.Registration;
import io.caresettle.money.Money;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.problem.CareRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who is cared for at nine in the morning of Friday 2026-11-20, with a file that a test
 * changes: a level, a plan with one item of 60 minutes twice a day and one of 30 minutes once a
 * week.
 */
final class Bedside {

  static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  static final Instant NINE = Instant.parse("2026-11-20T01:00:00Z");
  static final Money FEE = Money.parseYuan("65.00");

  final List<AssessedLevel> levels = new ArrayList<>();
  final List<ServicePlan> plans = new ArrayList<>();
  final List<Days> agreements = new ArrayList<>();
  final List<CareFile.Suspension> suspensions = new ArrayList<>();
  final List<CareFile.Barred> barred = new ArrayList<>();
  final List<CareFile.Entry> visits = new ArrayList<>();
  String area = "test";

  private static final CareTerms TERMS = CareTerms.shipped(PolicyBook.shipped());

  private final CareCheck check = new CareCheck(SwitchedCareRules.now(), TERMS);
  private final RealNameCheck realName =
      new RealNameCheck(RealNameProfile.TEST, IdentityRules.all(), () -> NINE);

  Bedside() {
    levels.add(new AssessedLevel("level-3", "ASSESS000001", year()));
    plans.add(plan("PLAN-1", "level-3", year()));
    agreements.add(Days.since(LocalDate.of(2025, 1, 1)));
  }

  static Days year() {
    return Days.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
  }

  static ServicePlan plan(String number, String level, Days validity) {
    return new ServicePlan(
        number,
        level,
        validity,
        List.of(
            new ServicePlan.Item("WASH", "洗浴", 60, 2, ServicePlan.Per.DAY, FEE),
            new ServicePlan.Item(
                "DRESS", "换药", 30, 1, ServicePlan.Per.WEEK, Money.parseYuan("40.10")),
            new ServicePlan.Item(
                "SORE", "压疮护理", 45, 1, ServicePlan.Per.MONTH, Money.parseYuan("50.00"))));
  }

  CareFile file() {
    return new CareFile("P0000001", area, levels, plans, agreements, suspensions, barred, visits);
  }

  /** A visit before, of these items, that began at this time of China. */
  void visited(String startedInChina, String... items) {
    visits.add(
        new CareFile.Entry(
            "C" + visits.size(),
            "",
            CareFile.Entry.State.ENDED,
            Instant.parse(startedInChina + "+08:00"),
            Optional.empty(),
            List.of(items),
            Optional.empty()));
  }

  Patient identified(Purpose purpose) {
    return identified("V1", purpose, Optional.empty());
  }

  Patient identified(String visit, Purpose purpose, Optional<Patient> atStart) {
    Presented shown = new Presented(card(), purpose, "bed");
    return realName
        .decide(
            atStart.map(shown::endOfCareOf).orElse(shown),
            new InsuredPerson("P0000001", PersonName.of("测试甲"), number(), CredentialStanding.VALID),
            new Registration(visit, PersonName.of("测试甲"), number()))
        .orThrow();
  }

  private static IdentityNumber number() {
    return IdentityNumber.parse("329900198503120011");
  }

  private static SocialSecurityCard card() {
    return new SocialSecurityCard(
        "320500",
        "320500D15600000500000001FFFFFFFF",
        "A00000011",
        "3.00",
        LocalDate.of(2020, 1, 1),
        LocalDate.of(2030, 1, 1),
        number(),
        PersonName.of("测试甲"),
        CardProof.PSAM);
  }

  CareStart start(String... items) {
    return startAt(NINE, items);
  }

  CareStart startAt(Instant at, String... items) {
    return check.start(
        file(), identified(Purpose.CARE_START), "PLAN-1", List.of(items), "carer", at);
  }

  CareStart startBy(String caregiver) {
    return check.start(
        file(), identified(Purpose.CARE_START), "PLAN-1", List.of("WASH"), caregiver, NINE);
  }

  CareStart startFor(Patient patient, String plan) {
    return check.start(file(), patient, plan, List.of("WASH"), "carer", NINE);
  }

  CareVisit.Begun begun(String... items) {
    CareStart start = start(items);
    return start.begun(new CareStart.Answer("C1", start.at(), 60, 1));
  }

  /** The person identified again, at the end. */
  CareEnd end(CareVisit.Begun begun, Instant at, CareGiven... given) {
    return end(
        begun,
        identified("V1", Purpose.CARE_END, Optional.of(begun.patient())),
        "carer",
        at,
        given);
  }

  CareEnd end(
      CareVisit.Begun begun, Patient patient, String caregiver, Instant at, CareGiven... given) {
    return check.end(begun, patient, List.of(given), caregiver, at);
  }

  /** Sixty minutes of washing for the whole fee, with these figures by the centre. */
  CareVisit.Ended ended(CareFigures figures) {
    CareEnd end = end(begun("WASH"), NINE.plusSeconds(3600), new CareGiven("WASH", 60, FEE));
    return end.ended(new CareEnd.Answer(60, FEE, end.at(), Optional.of(figures), Optional.empty()));
  }

  void settle(CareVisit.Ended ended, LocalDate today) {
    check.settle(ended, ended.figures().orElseThrow(), today);
  }

  CareShare share(CareVisit.Ended ended) {
    return check.share(ended);
  }

  /** That this and nothing else stops it, told with rule and article in both languages. */
  static CareRefused assertStopped(CareRule rule, Runnable what) {
    CareRefused refused = assertThrows(CareRefused.class, what::run);
    assertEquals(List.of(rule.name()), refused.checks());
    String told = refused.toString();
    for (String words : List.of(rule.id(), rule.articles(), rule.zh(), rule.en())) {
      assertTrue(told.contains(words), told);
    }
    return refused;
  }
}
