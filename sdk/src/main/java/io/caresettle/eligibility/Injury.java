package io.caresettle.eligibility;

import java.util.Optional;

/**
 * That the cause of a visit is an injury (外伤), and who else may have to pay (R-SCOPE-02, -03).
 *
 * @param other what is known of another payer
 * @param declaration the declaration's number at the centre; empty where nothing was declared
 */
public record Injury(OtherPayer other, Optional<String> declaration) {

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
}
