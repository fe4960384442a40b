package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.AccountUse;
import io.caresettle.protocol.wire.FeeLine;
import io.caresettle.protocol.wire.Split;
import io.caresettle.protocol.wire.TrialBody;
import io.caresettle.sim.entitle.Ordinance;
import io.caresettle.sim.entitle.Said;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an account pays besides care (R-ACCT-04 to -06): by purpose, for whom, and from which years'
 * money, as the ordinance of the payer's own area says. It says nothing, it pays nothing.
 *
 * @param products that qualify, each with its area
 */
record AccountPayments(
    Rolls rolls, Ordinance.Shelf shelf, Accounts accounts, Set<Product> products) {

  /** An insurance product that an area approved. */
  record Product(String code, String area) {}

  /** A payment that the account may make. */
  record Paid(String purpose, long fen, boolean pastYearsOnly) {

    /** All of it is the account's. */
    Split split() {
      return Split.newBuilder().setTotal(fen).setInScope(fen).setPersonalAccount(fen).build();
    }
  }

  static Set<Product> approved() {
    return Shipped.APPROVED;
  }

  /** Read once: every centre of this machine starts with the same. */
  private static final class Shipped {
    static final Set<Product> APPROVED =
        Sheet.ofResource("insurance-products.yaml").sheets("products").stream()
            .map(sheet -> new Product(sheet.text("code"), sheet.text("area")))
            .collect(Collectors.toUnmodifiableSet());
  }

  Paid pay(TrialBody body, Rolls.Person payer, Rolls.Enrolled enrolled, LocalDate day)
      throws Refused {
    if (!enrolled.scheme().equals("employee") || enrolled.accountClosed()) {
      throw Reason.ACCOUNT_CLOSED.because();
    }
    AccountUse use = body.getAccountUse();
    FeeLine line = onlyLine(body);
    Ordinance home = shelf.of(enrolled.area(), day);
    boolean pastYearsOnly = false;
    if (use.getPurpose().equals("insurance")) {
      pastYearsOnly = insurance(use, line.getCatalogueCode(), enrolled, home);
    } else {
      premium(use, line.getCatalogueCode(), enrolled, home);
    }
    requireRelated(use, payer, day);
    long purse = pastYearsOnly ? accounts.pastYears(payer) : accounts.balance(payer.number());
    if (line.getLineTotal() > purse) {
      throw Reason.ACCOUNT_BALANCE.because();
    }
    return new Paid(use.getPurpose(), line.getLineTotal(), pastYearsOnly);
  }

  /** One of it, at its price. */
  private static FeeLine onlyLine(TrialBody body) throws Refused {
    if (body.getLinesCount() != 1) {
      throw Reason.MALFORMED.because();
    }
    FeeLine line = body.getLines(0);
    if (line.getQuantityE4() != 10_000
        || line.getLineTotal() <= 0
        || line.getUnitPriceMicros() % 10_000 != 0
        || line.getUnitPriceMicros() / 10_000 != line.getLineTotal()) {
      throw Reason.LINE_TOTAL.about(line.getLineId());
    }
    return line;
  }

  /** Whether only past years' money may pay (SH 24). */
  private boolean insurance(AccountUse use, String product, Rolls.Enrolled enrolled, Ordinance home)
      throws Refused {
    Said<String> from = home.word("account.insurance-from");
    Said<Set<String>> whom = home.words("account.insurance-for");
    if (!(from instanceof Said.Is<String> balance) || !(whom instanceof Said.Is<Set<String>> who)) {
      throw Reason.ACCOUNT_PURPOSE.by(from.citation());
    }
    String beneficiary = word(use.getBeneficiary());
    boolean near = !beneficiary.equals("self") && who.value().contains("near-relative");
    if (!near && !who.value().contains(beneficiary)) {
      throw Reason.ACCOUNT_BENEFICIARY.by(whom.citation());
    }
    if (!products.contains(new Product(product, enrolled.area()))) {
      throw Reason.ACCOUNT_PRODUCT.by(from.citation());
    }
    return balance.value().equals("past-years");
  }

  private static void premium(AccountUse use, String code, Rolls.Enrolled enrolled, Ordinance home)
      throws Refused {
    String kind =
        switch (use.getPurpose()) {
          case "critical_illness_premium" -> "critical-illness";
          case "long_term_care_premium" -> "long-term-care";
          case "resident_premium" -> "resident";
          default -> throw Reason.ACCOUNT_PURPOSE.by("NT 37");
        };
    Said<Set<String>> premiums = home.words("account.premiums");
    Set<String> paid = premiums instanceof Said.Is<Set<String>> is ? is.value() : Set.of();
    // NT 22¶2: of the retired alone, because those at work pay through the employer.
    boolean retired =
        enrolled.category().equals("retired") && paid.contains(kind + "-of-the-retired");
    if (!paid.contains(kind) && !retired) {
      throw Reason.ACCOUNT_PURPOSE.by(premiums.citation());
    }
    if (!code.equals(use.getPurpose())) {
      throw Reason.MALFORMED.because();
    }
    Said<Set<String>> family = home.words("family.relations");
    String beneficiary = word(use.getBeneficiary());
    boolean counts =
        family instanceof Said.Is<Set<String>> relations && relations.value().contains(beneficiary);
    if (!beneficiary.equals("self") && !counts) {
      throw Reason.ACCOUNT_BENEFICIARY.by(family.citation());
    }
  }

  /** A relative is who has the payer for a relative in these rolls, and as what was said. */
  private void requireRelated(AccountUse use, Rolls.Person payer, LocalDate day) throws Refused {
    String covered = use.getCoveredPersonNumber();
    boolean related =
        switch (use.getBeneficiary()) {
          case "self" -> covered.equals(payer.number());
          case "spouse" -> isTo(payer, "spouse", covered, day);
          case "parent" -> isTo(payer, "child", covered, day);
          case "child" -> isTo(payer, "parent", covered, day);
          case "near_relative" -> isTo(payer, "other", covered, day);
          default -> throw Reason.MALFORMED.because();
        };
    if (!related) {
      throw Reason.ACCOUNT_BENEFICIARY.because();
    }
  }

  private boolean isTo(Rolls.Person payer, String relation, String covered, LocalDate day) {
    List<Rolls.Bound> bound = rolls.person(covered).map(Rolls.Person::family).orElse(List.of());
    return bound.stream()
        .anyMatch(
            b ->
                b.payer().equals(payer.number()) && b.relation().equals(relation) && b.covers(day));
  }

  private static String word(String travelled) {
    return travelled.replace('_', '-');
  }
}
