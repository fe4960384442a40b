package io.caresettle.sim.worked;

import io.caresettle.money.Money;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an example says must come out; what it does not name it does not claim.
 *
 * @param amounts by name; the supplements as {@code supplements.NAME}
 * @param supplements whether it names every supplement, perhaps none
 */
record Expected(
    Map<String, Money> amounts,
    boolean supplements,
    Optional<List<Money>> lines,
    Optional<List<Money>> families,
    OptionalInt year) {

  static final String SUPPLEMENTS = "supplements.";

  /** Every amount an example may claim, as its collection calls it. */
  static final List<String> AMOUNTS =
      List.of(
          "total",
          "outOfCatalogue",
          "overLimit",
          "firstSelfPay",
          "inScope",
          "offSitePriorSelfPay",
          "deductible",
          "poolFund",
          "largeSumSubsidy",
          "criticalIllness",
          "civilServantSubsidy",
          "medicalAid",
          "fundsTotal",
          "institution",
          "patientTotal",
          "patientInScope",
          "poolStageSelfPay",
          "inScopeAfterPool",
          "inScopeAbovePool",
          "largeSumStageSelfPay",
          "criticalIllnessThresholdUsed",
          "criticalIllnessBaseAfter",
          "personalAccount",
          "personalAccountCurrentYear",
          "personalAccountPastYears",
          "familyAccount",
          "cash");

  Expected {
    amounts = new LinkedHashMap<>(amounts);
    lines = lines.map(List::copyOf);
    families = families.map(List::copyOf);
  }

  static Optional<Expected> bind(Mapping split) {
    Words.prose(split);
    Map<String, Money> amounts = new LinkedHashMap<>();
    for (String name : AMOUNTS) {
      Words.yuan(split.optional(name)).ifPresent(amount -> amounts.put(name, amount));
    }
    Field supplements = split.optional("supplements");
    supplements
        .mapping()
        .ifPresent(
            all ->
                all.all()
                    .forEach(
                        (name, field) ->
                            Words.yuan(field)
                                .ifPresent(amount -> amounts.put(SUPPLEMENTS + name, amount))));
    Optional<Long> year = split.optional("settlementYear").integer(1900, 9999);
    return Optional.of(
        new Expected(
            amounts,
            supplements.present(),
            list(split.optional("lines")),
            list(split.optional("familyAccounts")),
            year.isPresent() ? OptionalInt.of(year.get().intValue()) : OptionalInt.empty()));
  }

  private static Optional<List<Money>> list(Field field) {
    if (!field.present()) {
      return Optional.empty();
    }
    List<Money> amounts = new ArrayList<>();
    field.list().forEach(element -> Words.yuan(element).ifPresent(amounts::add));
    return Optional.of(amounts);
  }
}
