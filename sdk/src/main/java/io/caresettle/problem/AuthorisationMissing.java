package io.caresettle.problem;

import java.util.List;

/**
 * The centre lets a commercial insurer or a mutual fund pay that the person did not let know of the
 * settlement (R-DATA-07: SH 50, SZ 70): its answer is not taken. It is the turn of the person, who
 * may authorise the payer, and of whoever looks after the centre's line.
 */
public final class AuthorisationMissing extends SettlementException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> payers;

  /**
   * @param payers by the centre's numbers
   * @param what was found, and what can be done
   */
  public AuthorisationMissing(List<String> payers, String what) {
    super("未经本人授权的商业保险或互助支付，不予接受 / R-DATA-07, SH 50, SZ 70: " + what);
    this.payers = List.copyOf(payers);
  }

  /** Who would pay without leave, by the centre's numbers. */
  public List<String> payers() {
    return payers;
  }

  /** Such as R-DATA-07. */
  public String rule() {
    return "R-DATA-07";
  }
}
