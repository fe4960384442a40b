package io.caresettle.sim.worked;

import io.caresettle.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays what came out beside what an example claims. */
record Comparison(String where, WorkedInput input, Expected expected, WorkedSplit split) {

  private static final List<String> BY_WHAT =
      List.of("outOfCatalogue", "overLimit", "firstSelfPay", "inScope");
  private static final List<String> FUNDS =
      List.of(
          "poolFund", "largeSumSubsidy", "criticalIllness", "civilServantSubsidy", "medicalAid");
  private static final List<String> PATIENT = List.of("personalAccount", "familyAccount", "cash");

  void into(List<Difference> differences) {
    expected
        .amounts()
        .forEach(
            (name, claimed) ->
                compare(name, claimed, Optional.ofNullable(split.amounts().get(name)))
                    .ifPresent(differences::add));
    if (expected.supplements()) {
      split
          .amounts()
          .forEach(
              (name, found) -> {
                boolean claimed = expected.amounts().containsKey(name);
                if (name.startsWith(Expected.SUPPLEMENTS) && !claimed) {
                  compare(name, Money.ZERO, Optional.of(found)).ifPresent(differences::add);
                }
              });
    }
    list("lines", expected.lines(), split.lines(), differences);
    list("familyAccounts", expected.families(), split.families(), differences);
    expected
        .year()
        .ifPresent(
            year -> {
              if (input.year().orElse(0) != year) {
                String found = input.year().isPresent() ? "" + input.year().getAsInt() : "none";
                differences.add(new Difference(where, "settlementYear", "" + year, found));
              }
            });
    identities(expected.amounts(), "expected_split ", differences);
    identities(split.amounts(), "", differences);
  }

  /** The bill is what it is made of, and what its payers pay; as far as all terms are claimed. */
  private void identities(Map<String, Money> of, String whose, List<Difference> differences) {
    identity(of, whose + "identity by what", "total", BY_WHAT, Money.ZERO, differences);
    Money supplements = Money.ZERO;
    for (Map.Entry<String, Money> one : of.entrySet()) {
      if (one.getKey().startsWith(Expected.SUPPLEMENTS)) {
        supplements = supplements.plus(one.getValue());
      }
    }
    identity(of, whose + "identity of the funds", "fundsTotal", FUNDS, supplements, differences);
    List<String> whom = List.of("fundsTotal", "institution", "patientTotal");
    identity(of, whose + "identity by whom", "total", whom, Money.ZERO, differences);
    identity(
        of, whose + "identity of the patient", "patientTotal", PATIENT, Money.ZERO, differences);
  }

  private void identity(
      Map<String, Money> of,
      String name,
      String whole,
      List<String> parts,
      Money more,
      List<Difference> differences) {
    if (!of.containsKey(whole) || !of.keySet().containsAll(parts)) {
      return;
    }
    Money sum = more;
    for (String part : parts) {
      sum = sum.plus(of.getOrDefault(part, Money.ZERO));
    }
    compare(name, of.getOrDefault(whole, Money.ZERO), Optional.of(sum)).ifPresent(differences::add);
  }

  private void list(
      String name, Optional<List<Money>> claimed, List<Money> found, List<Difference> differences) {
    if (claimed.isPresent() && !claimed.get().equals(found)) {
      differences.add(new Difference(where, name, claimed.get().toString(), found.toString()));
    }
  }

  private Optional<Difference> compare(String name, Money claimed, Optional<Money> found) {
    return found.equals(Optional.of(claimed))
        ? Optional.empty()
        : Optional.of(
            new Difference(
                where, name, claimed.toString(), found.map(Money::toString).orElse("none")));
  }
}
