package io.caresettle.problem;

/**
 * The person on duty may not do this, and nothing of it was done: it is the turn of somebody with
 * another role (R-DATA-06, SZ 66).
 */
public final class NotPermitted extends SettlementException {

  private static final long serialVersionUID = 1L;

  private final String found;
  private final String expected;

  /**
   * @param what what was to be done, Chinese with English beside it
   * @param operator who wanted to, by the operator's id
   * @param found the operator's role
   * @param expected the roles that may, separated by commas
   */
  public NotPermitted(String what, String operator, String found, String expected) {
    super(
        "无权操作 / not permitted: "
            + what
            + "; "
            + operator
            + " is on duty as "
            + found
            + ", expected "
            + expected
            + ": call somebody with that role, who takes a shift and does it");
    this.found = found;
    this.expected = expected;
  }

  /** The role that was found, such as CASHIER. */
  public String found() {
    return found;
  }

  /** The roles that may do it, such as SUPERVISOR, ADMINISTRATOR. */
  public String expected() {
    return expected;
  }
}
