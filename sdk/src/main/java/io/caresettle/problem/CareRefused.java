package io.caresettle.problem;

import java.util.List;

/**
 * A long-term-care visit cannot begin, end or be settled as it was told: it is the turn of the
 * caregiver, who puts right what the message names. Nothing was sent.
 */
public final class CareRefused extends SettlementException {

  private static final long serialVersionUID = 1L;

  private final List<String> checks;

  /**
   * @param checks the names of the checks that stopped it, at least one
   * @param told what was found and what the rule is, one text for each
   */
  public CareRefused(List<String> checks, List<String> told) {
    super(String.join("; ", told));
    this.checks = List.copyOf(checks);
  }

  /** The names of the checks that stopped it, such as ITEM. */
  public List<String> checks() {
    return checks;
  }
}
