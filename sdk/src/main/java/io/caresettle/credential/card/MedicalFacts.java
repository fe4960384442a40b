package io.caresettle.credential.card;

import java.util.Optional;

/**
 * What a card's medical-insurance area (DF04, EF05) says of its holder's insurance. It was true
 * when the card was last written: what counts today only the centre knows. Issuers leave items
 * empty or out. It never prints itself.
 *
 * @param insuranceType 险种类型, tag 81: three digits such as 310 employee, 340 离休, 390 resident
 * @param flags the five digits behind it: 异地, 门诊统筹, 门诊大病, 医疗救助, 优抚
 * @param insuredArea 参保地行政区划, tag 84: six digits
 * @param insuredKind 参保人员类别, tag 8C: two digits such as 11 working, 21 retired
 */
public record MedicalFacts(
    Optional<String> insuranceType,
    Optional<String> flags,
    Optional<String> insuredArea,
    Optional<String> insuredKind) {

  @Override
  public String toString() {
    return "MedicalFacts[hidden]";
  }
}
