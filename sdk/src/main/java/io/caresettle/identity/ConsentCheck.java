package io.caresettle.identity;

import io.caresettle.money.Money;
import io.caresettle.policy.plan.CareType;
import io.caresettle.problem.ConsentMissing;
import io.caresettle.problem.Misuse;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import io.caresettle.split.CatalogueClass;
import io.caresettle.split.FeeLine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stops a bill whose lines out of scope nobody agreed to, before anything is sent (R-SCOPE-05: JS
 * 44¶3, 74(6); NT 46¶2; HN 23(11)).
 *
 * <p>It asks three times: before the trial by the catalogue, line by line; before the settlement by
 * the centre's own figure, whatever the catalogue said; and before other figures than the confirmed
 * ones are taken. The centre counts by the bill, not by the line: where it counts more than the
 * catalogue's lines make, any other line may be the one, so each has to be agreed to.
 */
public final class ConsentCheck {

  /** Consent is asked for the service of this bill; no text says how long before. */
  public static final Duration OLDEST = Duration.ofDays(30);

  /** How far the clock of whoever asked may be ahead of this one. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final IdentityRules rules;
  private final InstantSource clock;
  private final Duration oldest;

  /** A check that takes consents of the last {@link #OLDEST}. */
  public ConsentCheck(IdentityRules rules, InstantSource clock) {
    this(rules, clock, OLDEST);
  }

  /**
   * @param oldest how long before the trial a consent may have been given
   */
  public ConsentCheck(IdentityRules rules, InstantSource clock, Duration oldest) {
    this.rules = rules;
    this.clock = clock;
    this.oldest = oldest;
  }

  /**
   * Looks at each line by the catalogue.
   *
   * @throws ConsentMissing for lines of class C, or of no class, without a consent to this item
   *     that reaches to the line's total, was given lately, and by the patient where it was the
   *     insured
   * @throws Misuse when the consents are to another bill, patient or visit, one is to a line that
   *     the bill has not, or there is an emergency in a purchase
   */
  public Consented beforeTrial(
      Patient patient, CareType care, Bill bill, Catalogue catalogue, Consents consents) {
    if (!rules.asks(IdentityRule.R_SCOPE_05)) {
      return new Consented(bill.id(), consents, bill.total(), List.of());
    }
    requireOwn(bill, patient, consents);
    if (consents.emergency().isPresent()) {
      requireCare(patient, care);
      return new Consented(bill.id(), consents, bill.total(), List.of());
    }
    Instant now = clock.instant();
    List<String> lineIds = new ArrayList<>();
    List<String> what = new ArrayList<>();
    List<String> unasked = new ArrayList<>();
    Money upTo = Money.ZERO;
    for (FeeLine line : bill.lines()) {
      Optional<String> lack = lack(line, patient, consents, now);
      if (isOutOfScope(line, catalogue)) {
        upTo = upTo.plus(line.lineTotal());
        if (lack.isPresent()) {
          lineIds.add(line.lineId());
          what.add(told(line) + lack.get());
        }
      } else if (lack.isPresent()) {
        unasked.add(line.lineId());
      }
    }
    if (!lineIds.isEmpty()) {
      throw new ConsentMissing(lineIds, "bill " + bill.id() + ": " + String.join("; ", what));
    }
    return new Consented(bill.id(), consents, unasked.isEmpty() ? bill.total() : upTo, unasked);
  }

  /**
   * Looks at the sum that the centre counts as out of scope.
   *
   * @param outOfCatalogue what the centre's trial counted so
   * @throws ConsentMissing when that is more than was agreed to, with the lines that nobody agreed
   *     to, for one of them must be meant
   * @throws Misuse when the consents are to another bill
   */
  public void beforeSettlement(BillId bill, Money outOfCatalogue, Consented consented) {
    if (!consented.bill().equals(bill)) {
      throw new Misuse("The consents are to bill " + consented.bill() + ", not to " + bill);
    }
    if (outOfCatalogue.compareTo(consented.upTo()) > 0) {
      throw new ConsentMissing(
          consented.unasked(),
          "the centre counts "
              + outOfCatalogue
              + " yuan of bill "
              + bill
              + " as out of scope, and lines of "
              + consented.upTo()
              + " were agreed to; nobody agreed to line "
              + String.join(", ", consented.unasked()));
    }
  }

  /**
   * Looks at a settlement that stands with other figures than the patient confirmed.
   *
   * @param unagreed what it counts as out of scope beyond what was agreed to
   * @throws ConsentMissing when that is anything: the patient is asked first
   */
  public void beforeAccepting(BillId bill, Money unagreed) {
    if (rules.asks(IdentityRule.R_SCOPE_05) && unagreed.compareTo(Money.ZERO) > 0) {
      throw new ConsentMissing(
          List.of(),
          "the centre settled bill "
              + bill
              + " with "
              + unagreed
              + " yuan more out of scope than was agreed to: undo it (NOT_WANTED), and quote it"
              + " anew with the patient's consent");
    }
  }

  private static boolean isOutOfScope(FeeLine line, Catalogue catalogue) {
    return catalogue
        .find(line.catalogueCode())
        .filter(item -> item.catalogueClass() != CatalogueClass.C)
        .isEmpty();
  }

  /** What keeps a line from being agreed to in full; empty where it is. */
  private Optional<String> lack(FeeLine line, Patient patient, Consents consents, Instant now) {
    Optional<Consent> given = consents.forLine(line.lineId());
    if (given.isEmpty()) {
      return Optional.of("nobody agreed");
    }
    Consent consent = given.get();
    if (!consent.catalogueCode().equals(line.catalogueCode())) {
      return Optional.of("agreed to " + consent.catalogueCode() + " instead");
    }
    if (consent.upTo().compareTo(line.lineTotal()) < 0) {
      return Optional.of("agreed up to " + consent.upTo() + " yuan only");
    }
    if (consent.givenAt().isAfter(now.plus(SKEW))) {
      return Optional.of("agreed in the future, at " + consent.givenAt());
    }
    if (consent.givenAt().isBefore(now.minus(oldest))) {
      return Optional.of("agreed longer than " + oldest.toDays() + " days ago");
    }
    boolean another =
        consent.giver() == Consent.Giver.INSURED
            && !consent.givenBy().compare(patient.name()).isOneName();
    return another
        ? Optional.of("agreed by the insured, but under another name than the patient's")
        : Optional.empty();
  }

  private static String told(FeeLine line) {
    return "line "
        + line.lineId()
        + " ("
        + line.catalogueCode()
        + ", "
        + line.lineTotal()
        + " yuan): ";
  }

  private static void requireOwn(Bill bill, Patient patient, Consents consents) {
    if (!consents.areTo(bill.id(), patient)) {
      throw new Misuse(
          "The consents are to another bill, patient or visit than bill "
              + bill.id()
              + " of visit "
              + patient.registration().visitNumber()
              + ": ask for this one");
    }
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

  /** Who only buys medicine is nobody's emergency. */
  private static void requireCare(Patient patient, CareType care) {
    if (care == CareType.PHARMACY || patient.verdict().purpose() == Purpose.PURCHASE) {
      throw new Misuse(
          "A purchase is no emergency: ask for consent to each line that no fund pays");
    }
  }
}
