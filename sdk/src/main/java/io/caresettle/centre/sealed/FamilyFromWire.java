package io.caresettle.centre.sealed;

import io.caresettle.credential.PersonName;
import io.caresettle.identity.FamilyBinding;
import io.caresettle.identity.FamilyBinding.Relation;
import io.caresettle.identity.FoundPayer;
import io.caresettle.money.Money;
import io.caresettle.protocol.wire.FamilyPayer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what the wire says of family accounts. */
final class FamilyFromWire {

  private FamilyFromWire() {}

  static List<FamilyBinding> bindings(List<io.caresettle.protocol.wire.FamilyBinding> bindings) {
    return bindings.stream().map(FamilyFromWire::binding).toList();
  }

  /** A payer for {@code patient} and no other. */
  static FoundPayer payer(FamilyPayer payer, String patient) {
    if (!payer.getPatientPersonNumber().equals(patient)) {
      throw new IllegalArgumentException("The payer is another patient's");
    }
    return new FoundPayer(
        binding(payer.getBinding()),
        patient,
        PersonName.of(payer.getName()),
        FromWire.standing(payer.getStanding()),
        FromWire.moment(payer.getLostSinceMillis()),
        new Money(payer.getAccountBalance()));
  }

  private static FamilyBinding binding(io.caresettle.protocol.wire.FamilyBinding binding) {
    if (binding.getPayerPersonNumber().isEmpty()) {
      throw new IllegalArgumentException("A binding names no payer");
    }
    return new FamilyBinding(
        binding.getPayerPersonNumber(),
        relation(binding.getRelation()),
        LocalDate.parse(binding.getFrom()),
        Optional.of(binding.getTo()).filter(to -> !to.isEmpty()).map(LocalDate::parse));
  }

  /** Areas bind whom they like: a word that we do not know is some relative's. */
  private static Relation relation(String word) {
    for (Relation known : Relation.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(word)) {
        return known;
      }
    }
    return Relation.OTHER;
  }
}
