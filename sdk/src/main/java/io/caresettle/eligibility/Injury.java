package io.caresettle.eligibility;

import java.util.Optional;

/**
 * That the cause of a visit is an injury (外伤), who else may have to pay (R-SCOPE-02, -03), and what
 * the centre decided on it.
 *
 * @param other what is known of another payer
 * @param declaration the declaration's number at the centre; empty where nothing was declared
 * @param decision the centre's; empty where it is not known here
 * @param recovery number of the file under which the fund recovers what it paid first (追偿); empty
 *     where there is none
 */
public record Injury(
    OtherPayer other,
    Optional<String> declaration,
    Optional<Decision> decision,
    Optional<String> recovery) {

  /** A declaration without a number is none. */
  public Injury {
    declaration = declaration.filter(number -> !number.isBlank());
  }

  /** Who else may have to pay. */
  public enum OtherPayer {
    /** Nobody: the person's own accident. */
    NONE,
    /** Somebody who pays. */
    PAYS,
    /** Somebody who does not pay. */
    DOES_NOT_PAY,
    /** Somebody whom nobody can name. */
    UNKNOWN
  }

  /** What the centre decides on a declaration. */
  public enum Decision {
    FUNDS_PAY,
    /** They pay first and recover it from whoever is liable (先行支付). */
    FUNDS_PAY_FIRST,
    FUNDS_DO_NOT_PAY,
    TO_BE_EXAMINED
  }

  /** An injury of which nobody here knows what the centre decided. */
  public Injury(OtherPayer other, Optional<String> declaration) {
    this(other, declaration, Optional.empty(), Optional.empty());
  }

  /** An injury that was declared, with the centre's decision. */
  public static Injury decided(OtherPayer other, ThirdPartyDecision decision) {
    return new Injury(
        other,
        Optional.of(decision.declarationId()),
        Optional.of(decision.decision()),
        decision.recovery());
  }
}
