package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.FamilyBinding;
import io.caresettle.protocol.wire.FamilyPayer;
import java.time.LocalDate;
import java.util.List;

/**
 * Whose account may pay for whom (家庭共济; R-ID-06, HN 24¶4(2), SZ 16¶2). Only the account: a payer is
 * never noted as present, so nothing can be tried on the payer's own insurance.
 */
record FamilyPayers(Rolls rolls, Presence presence, Accounts accounts) {

  /** The bindings of a person that hold today, without a word on who the relatives are. */
  static List<FamilyBinding> of(Rolls.Person person, LocalDate today) {
    return person.family().stream()
        .filter(bound -> bound.covers(today))
        .map(FamilyPayers::binding)
        .toList();
  }

  /** A payer whose credential was shown, for a patient who was identified for this visit before. */
  FamilyPayer payer(Rolls.Person payer, String patient, String visit, Request request)
      throws Refused {
    presence.require(visit, patient, request);
    Rolls.Bound bound =
        rolls
            .person(patient)
            .flatMap(
                p ->
                    p.family().stream()
                        .filter(b -> b.payer().equals(payer.number()))
                        .filter(b -> b.covers(request.today()))
                        .findFirst())
            .orElseThrow(Reason.NOT_BOUND::because);
    return FamilyPayer.newBuilder()
        .setBinding(binding(bound))
        .setPatientPersonNumber(patient)
        .setName(payer.name())
        .setAccountBalance(accounts.balance(payer.number()))
        .build();
  }

  private static FamilyBinding binding(Rolls.Bound bound) {
    return FamilyBinding.newBuilder()
        .setPayerPersonNumber(bound.payer())
        .setRelation(bound.relation())
        .setFrom(bound.from().toString())
        .setTo(bound.to().map(LocalDate::toString).orElse(""))
        .build();
  }
}
