package io.caresettle.settlement;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.OtherFinding;
import io.caresettle.problem.AuthorisationMissing;
import io.caresettle.split.BillId;
import io.caresettle.split.OtherLayer;
import io.caresettle.split.SettlementSplit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * That a commercial insurer or a mutual fund may be told of one bill (R-DATA-07).
 *
 * @param payer the centre's number of it
 * @param authorisation the number of the person's leave
 */
record Leave(String payer, String authorisation) {

  /** All leave that the verdict on the visit found. */
  static List<Leave> of(Eligibility eligibility) {
    return eligibility.others().stream()
        .filter(OtherFinding::open)
        .flatMap(open -> open.authorisation().stream().map(id -> new Leave(open.payer().id(), id)))
        .toList();
  }

  /** Which layers pay without any. */
  static List<OtherLayer> missing(SettlementSplit split, List<Leave> given) {
    return split.others().stream()
        .filter(layer -> !given.contains(new Leave(layer.payer().id(), layer.authorisation())))
        .toList();
  }

  /**
   * @throws AuthorisationMissing when a layer pays without leave
   */
  static void require(BillId bill, SettlementSplit split, List<Leave> given) {
    List<OtherLayer> missing = missing(split, given);
    if (!missing.isEmpty()) {
      throw new AuthorisationMissing(
          missing.stream().map(layer -> layer.payer().id()).toList(),
          "the centre tried bill "
              + bill
              + " with a part of "
              + missing.stream()
                  .map(layer -> layer.payer().id() + " under [" + layer.authorisation() + "]")
                  .collect(Collectors.joining(", "))
              + ", which holds no authorisation for this day of service here: nothing was settled;"
              + " let the person authorise the payer, or revoke it at the centre, and quote again");
    }
  }
}
