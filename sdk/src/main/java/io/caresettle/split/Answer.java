package io.caresettle.split;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Layer;
import io.caresettle.policy.plan.LeftOut;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.Sheet;
import io.caresettle.policy.plan.Step;
import io.caresettle.policy.plan.Working;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads an estimate off a sheet that ran. */
record Answer(
    Plan plan,
    Charges charges,
    PersonState person,
    Optional<Visit> visit,
    boolean byLine,
    Sheet sheet) {

  Estimate read(Working working) {
    Map<String, Money> after = new HashMap<>(person.yearToDate());
    for (int i = 0; i < plan.accumulators().size(); i++) {
      after.put(plan.accumulators().get(i), new Money(sheet.yearToDateAfter(i)));
    }
    return new Estimate(
        charges.id(),
        new ScopeCut(
            new Money(sheet.outOfCatalogue()),
            new Money(sheet.overLimit()),
            new Money(sheet.firstSelfPay()),
            new Money(sheet.inScope()),
            new Money(sheet.deductible())),
        new SettlementSplit(new Money(sheet.total()), paid()),
        lines(),
        plan.explain(working),
        after,
        plan.pack(),
        plan.testFigures(),
        detail());
  }

  private Map<Payer, Money> paid() {
    Map<Payer, Money> paid = new EnumMap<>(Payer.class);
    for (Payer payer : Payer.values()) {
      paid.put(payer, new Money(sheet.paid(payer)));
    }
    return paid;
  }

  private List<LineCut> lines() {
    List<LineCut> cuts = new ArrayList<>();
    if (charges instanceof Charges.Itemized itemized) {
      List<FeeLine> lines = itemized.bill().lines();
      for (int i = 0; i < lines.size(); i++) {
        cuts.add(
            new LineCut(
                lines.get(i).lineId(),
                new Money(sheet.lineOutOfCatalogue(i)),
                new Money(sheet.lineOverLimit(i)),
                new Money(sheet.lineFirstSelfPay(i)),
                new Money(sheet.lineInScope(i)),
                byLine ? paid(i) : Map.of()));
      }
    }
    return cuts;
  }

  private Map<Payer, Money> paid(int line) {
    Map<Payer, Money> paid = new EnumMap<>(Payer.class);
    for (Payer payer : Payer.values()) {
      paid.put(payer, new Money(sheet.linePaid(line, payer)));
    }
    return paid;
  }

  private Detail detail() {
    Map<String, Money> supplements = new LinkedHashMap<>();
    plan.supplements().forEach((name, at) -> supplements.put(name, new Money(sheet.layerPaid(at))));
    Map<String, Payer> payers = new HashMap<>();
    for (Step step : plan.steps()) {
      if (step instanceof Layer.Supplement supplement) {
        payers.put(supplement.name(), supplement.payer());
      }
    }
    Map<String, Money> families = new LinkedHashMap<>();
    for (int i = 0; i < person.families().size(); i++) {
      families.put(person.families().get(i).id(), new Money(sheet.familyPaid(i)));
    }
    Optional<Integer> year = visit.map(days -> plan.year().of(days.from(), days.to()));
    return new Detail(
        supplements,
        payers,
        new Money(sheet.accountCurrentYear()),
        new Money(sheet.accountPastYears()),
        families,
        new Money(sheet.offSiteFirst()),
        new Money(sheet.aboveCeiling()),
        new Money(sheet.criticalBase()),
        year.isPresent() ? OptionalInt.of(year.get()) : OptionalInt.empty(),
        warnings());
  }

  private List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    visit.ifPresent(
        days -> {
          if (days.to().isAfter(plan.stillValidOn())) {
            warnings.add(notChecked(days.to()));
          }
        });
    for (LeftOut layer : plan.leftOut()) {
      // Of a fund that is closed to this visit nobody would have had anything anyway.
      if (person.open().contains(layer.payer())) {
        warnings.add(new Warning(Warning.LAYER_LEFT_OUT, layer.zh(), layer.en()));
      }
    }
    // SZ 54: an account may be overdrawn; what it owes is the centre's to settle, not the till's.
    if (person.currentYear().isNegative() || person.pastYears().isNegative()) {
      warnings.add(overdrawn("个人账户", "the personal account"));
    }
    for (FamilyAccount family : person.families()) {
      if (family.balance().isNegative()) {
        warnings.add(overdrawn("家庭共济账户" + family.id(), "the family account " + family.id()));
      }
    }
    return warnings;
  }

  private Warning notChecked(LocalDate day) {
    LocalDate looked = plan.stillValidOn();
    return new Warning(
        Warning.PACK_NOT_CHECKED,
        "政策包最近核对日期为" + looked + "，早于费用日期" + day + "，规则可能已变",
        "nobody looked after "
            + looked
            + " whether the rules still hold, and the bill is of "
            + day);
  }

  private static Warning overdrawn(String zh, String en) {
    return new Warning(
        Warning.OVERDRAWN,
        zh + "已透支：透支部分先从其余余额中扣除",
        en + " is overdrawn: what it owes is taken off what else it holds");
  }

  static Money sumOf(PersonState person, String accumulator) {
    return person.yearToDate().getOrDefault(accumulator, Money.ZERO);
  }
}
