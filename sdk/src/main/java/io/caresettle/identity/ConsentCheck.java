package io.caresettle.identity;

import io.caresettle.money.Money;
import io.caresettle.problem.ConsentMissing;
import io.caresettle.problem.Misuse;
import io.caresettle.split.Bill;
import io.caresettle.split.Catalogue;
import io.caresettle.split.CatalogueClass;
import io.caresettle.split.FeeLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Stops a bill whose lines out of scope nobody agreed to, before anything is sent (R-SCOPE-05: JS
 * 44¶3, 74(6); NT 46¶2; HN 23(11)).
 *
 * <p>It asks twice: before the trial by the catalogue, line by line; and before the settlement by
 * the centre's own figure, whatever the catalogue said.
 */
public final class ConsentCheck {

  private final IdentityRules rules;

  public ConsentCheck(IdentityRules rules) {
    this.rules = rules;
  }

  /**
   * Looks at each line by the catalogue.
   *
   * @throws ConsentMissing for lines of class C, or of no class, without a consent to this item
   *     that reaches to the line's total
   * @throws Misuse when there is a consent to a line that the bill has not
   */
  public void beforeTrial(Bill bill, Catalogue catalogue, Consents consents) {
    requireOwnLines(bill, consents);
    if (lifted(consents)) {
      return;
    }
    List<String> lineIds = new ArrayList<>();
    List<String> what = new ArrayList<>();
    for (FeeLine line : bill.lines()) {
      if (isOutOfScope(line, catalogue) && !isAgreed(line, consents)) {
        lineIds.add(line.lineId());
        what.add(lacking(line, consents));
      }
    }
    if (!lineIds.isEmpty()) {
      throw new ConsentMissing(lineIds, "bill " + bill.id() + ": " + String.join("; ", what));
    }
  }

  /**
   * Looks at the sum that the centre counts as out of scope.
   *
   * @param outOfCatalogue what the centre's trial counted so
   * @throws ConsentMissing when that is more than was agreed to
   */
  public void beforeSettlement(String bill, Money outOfCatalogue, Consents consents) {
    if (!lifted(consents) && outOfCatalogue.compareTo(consents.upTo()) > 0) {
      throw new ConsentMissing(
          List.of(),
          "the centre counts "
              + outOfCatalogue
              + " yuan of bill "
              + bill
              + " as out of scope, and "
              + consents.upTo()
              + " were agreed to");
    }
  }

  private boolean lifted(Consents consents) {
    return !rules.asks(IdentityRule.R_SCOPE_05) || consents.emergency().isPresent();
  }

  private static boolean isOutOfScope(FeeLine line, Catalogue catalogue) {
    return catalogue
        .find(line.catalogueCode())
        .filter(item -> item.catalogueClass() != CatalogueClass.C)
        .isEmpty();
  }

  private static boolean isAgreed(FeeLine line, Consents consents) {
    return consents
        .forLine(line.lineId())
        .filter(c -> c.catalogueCode().equals(line.catalogueCode()))
        .filter(c -> c.upTo().compareTo(line.lineTotal()) >= 0)
        .isPresent();
  }

  private static String lacking(FeeLine line, Consents consents) {
    return "line "
        + line.lineId()
        + " ("
        + line.catalogueCode()
        + ", "
        + line.lineTotal()
        + " yuan): "
        + consents
            .forLine(line.lineId())
            .map(
                c ->
                    c.catalogueCode().equals(line.catalogueCode())
                        ? "agreed up to " + c.upTo() + " yuan only"
                        : "agreed to " + c.catalogueCode() + " instead")
            .orElse("nobody agreed");
  }

  private static void requireOwnLines(Bill bill, Consents consents) {
    List<String> lines = bill.lines().stream().map(FeeLine::lineId).toList();
    for (Consent consent : consents.given()) {
      if (!lines.contains(consent.lineId())) {
        throw new Misuse(
            "Bill "
                + bill.id()
                + " has no line "
                + consent.lineId()
                + ", but a consent to it: name the right line");
      }
    }
  }
}
