package io.caresettle.sim.year;

import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.TestCode;
import io.caresettle.eligibility.AreaLaw;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.EligibilityCheck;
import io.caresettle.eligibility.EligibilityRules;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.identity.IdentityRules;
import io.caresettle.identity.InsuredPerson;
import io.caresettle.identity.Patient;
import io.caresettle.identity.Presented;
import io.caresettle.identity.Purpose;
import io.caresettle.identity.RealNameCheck;
import io.caresettle.identity.RealNameProfile;
import io.caresettle.identity.Registration;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.policy.plan.Ruling;
import io.caresettle.policy.plan.Working;
import io.caresettle.reimbursement.ClaimReason;
import io.caresettle.reimbursement.ClaimRules;
import io.caresettle.reimbursement.ClaimSlip;
import io.caresettle.reimbursement.ClaimSlips;
import io.caresettle.reimbursement.FundShares;
import io.caresettle.reimbursement.LateSettlement;
import io.caresettle.reimbursement.LateSettlementCheck;
import io.caresettle.reimbursement.PaidCare;
import io.caresettle.sim.entitle.History;
import io.caresettle.split.Bill;
import io.caresettle.split.Charges;
import io.caresettle.split.Estimate;
import io.caresettle.split.FamilyAccount;
import io.caresettle.split.PersonState;
import io.caresettle.split.SettlementSplit;
import io.caresettle.split.Splitter;
import io.caresettle.split.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** A terminal of the simulated year: who is there, what may pay, and who pays what. */
final class Till {

  private final PolicyBook book;
  private final AreaLaw law;
  private final EligibilityCheck check;

  Till(PolicyBook book) {
    this.book = book;
    this.law = law(book);
    this.check = new EligibilityCheck(law, EligibilityRules.all());
  }

  private static AreaLaw law(PolicyBook book) {
    return (area, day) -> {
      try {
        return book.entitlement(area, day);
      } catch (NoRuleInForce | RulesConflict nothingKnown) {
        return EntitlementRules.silent(area);
      }
    };
  }

  Eligibility judge(History who, Wish wish, Entitlements answered) {
    return check.decide(patient(who, wish), wish.visit(), wish.place(), answered);
  }

  /** The person, who showed a code of their own and was compared. */
  private static Patient patient(History who, Wish wish) {
    return patient(
        who,
        wish.number(),
        wish.care() == CareType.PHARMACY ? Purpose.PURCHASE : Purpose.TREATMENT,
        noon(wish.settled()));
  }

  static Patient patient(History who, String visit, Purpose purpose, Instant now) {
    return checked(who, visit, new Presented(code(now), purpose, "counter 1"), now);
  }

  /** The same person, identified again at the end of care. */
  static Patient patientAtEnd(History who, String visit, Patient atStart, Instant now) {
    Presented shown = new Presented(code(now), Purpose.CARE_START, "counter 1");
    return checked(who, visit, shown.endOfCareOf(atStart), now);
  }

  private static TestCode code(Instant now) {
    return new TestCode("CSTEST1.x.y", "TEST0001", now.minusSeconds(5), now.plusSeconds(60));
  }

  private static Patient checked(History who, String visit, Presented shown, Instant now) {
    PersonName name = PersonName.of(who.name());
    IdentityNumber number = IdentityNumber.parse(who.identity().orElseThrow());
    return new RealNameCheck(RealNameProfile.TEST, IdentityRules.all(), () -> now)
        .decide(
            shown,
            new InsuredPerson(who.number(), name, number, InsuredPerson.CredentialStanding.VALID),
            new Registration(visit, name, number))
        .orThrow();
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(4, 0).toInstant(ZoneOffset.UTC);
  }

  static PlanKey key(Eligibility verdict, Wish wish) {
    Enrolment enrolment = verdict.enrolment();
    return new PlanKey(
        enrolment.area(),
        enrolment.scheme(),
        enrolment.category(),
        wish.care(),
        wish.place().level(),
        verdict.circumstances());
  }

  Plan plan(PlanKey key, Wish wish) {
    return book.plan(key, wish.from(), wish.to());
  }

  /** R-ACCT-03, as a terminal reads it: whose account may pay for somebody on the day. */
  List<String> family(Eligibility verdict, History who, Wish wish) {
    if (!verdict.open().contains(Payer.FAMILY_ACCOUNT)
        || !(law.on(verdict.enrolment().area(), wish.from()).words(EntitlementName.FAMILY_RELATIONS)
            instanceof Ruling.Said<Set<String>> relations)) {
      return List.of();
    }
    return who.family().stream()
        .filter(bound -> bound.dates().cover(wish.from()))
        .filter(bound -> relations.value().contains(bound.relation()))
        .map(History.Bound::payer)
        .toList();
  }

  Estimate estimate(Plan plan, Set<Payer> open, Wish wish, Purse purse, Books.Before before) {
    return estimate(plan, open, wish, purse, before.sums(), before.year().year(), before.family());
  }

  private static Estimate estimate(
      Plan plan,
      Set<Payer> open,
      Wish wish,
      Purse purse,
      Map<String, Long> sums,
      int year,
      List<String> family) {
    Map<String, Money> yearToDate = new TreeMap<>();
    sums.forEach((name, fen) -> yearToDate.put(name, new Money(fen)));
    return Splitter.estimate(
        plan,
        new Charges.Itemized(wish.bill(), Goods.CATALOGUE),
        new PersonState(
            yearToDate,
            OptionalInt.of(year),
            new Money(purse.current()),
            new Money(purse.past()),
            family.stream().map(number -> account(number, purse)).toList(),
            open),
        Optional.of(new Visit(wish.from(), wish.to())),
        true,
        Working.OFF);
  }

  /** What can be done about a bill that was paid in full, now that the centre is asked again. */
  LateSettlement late(Fate.Cash paid, Wish again, Eligibility now, Purse purse, LocalDate asked) {
    Bill bill = again.bill();
    PaidCare care =
        new PaidCare(
            bill,
            again.visit(),
            again.place(),
            "测**",
            Optional.of(Goods.CATALOGUE),
            new SettlementSplit(bill.total(), Map.of(Payer.CASH, bill.total())),
            1,
            "counter 1",
            noon(paid.wish().settled()),
            paid.wish().settled());
    ClaimSlip slip =
        new ClaimSlips(law, ClaimRules.all())
            .of(care, paid.verdict(), ClaimReason.of(paid.verdict()), new FundShares.None("", ""));
    Set<Payer> payers = now.wouldPay();
    FundShares shares =
        FundShares.of(
            () ->
                payers.contains(Payer.POOL_FUND)
                    ? Optional.of(notional(now, again, payers, purse))
                    : Optional.empty());
    return new LateSettlementCheck(law, ClaimRules.all()).decide(slip, now, shares, false, asked);
  }

  private Estimate notional(Eligibility now, Wish wish, Set<Payer> payers, Purse purse) {
    Plan plan = plan(key(now, wish), wish);
    int year = plan.year().of(wish.from(), wish.to());
    return estimate(plan, payers, wish, purse, Map.of(), year, List.of());
  }

  private static FamilyAccount account(String number, Purse purse) {
    return new FamilyAccount(number, new Money(purse.family().getOrDefault(number, 0L)));
  }
}
