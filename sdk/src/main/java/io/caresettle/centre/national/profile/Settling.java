package io.caresettle.centre.national.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What settling, undoing and comparing mean in a province.
 *
 * @param fundSum whether {@code fund_pay_sumamt} contains what the account paid
 * @param refundFlag how the flag of a refund is written
 * @param reversible the transactions that 2601 reverses
 * @param detailsWithoutSettlement whether 5204 answers without a settlement id, so that an unknown
 *     settlement can be found by its visit
 * @param allBatchesDeleteSettled whether undoing all batches at once takes settled lines, too
 * @param saleTraceCodes the field or list of a sale that holds trace codes
 * @param settlementTraceCodes the list of a settlement that holds them; empty where there is none
 * @param statement what the results of a comparison mean
 * @param mobilePayment whether the mobile-payment centre is in use
 */
public record Settling(
    FundSum fundSum,
    String refundFlag,
    Set<String> reversible,
    boolean detailsWithoutSettlement,
    boolean allBatchesDeleteSettled,
    String saleTraceCodes,
    String settlementTraceCodes,
    Map<Statement, List<String>> statement,
    boolean mobilePayment) {

  /** Where the personal account stands. */
  public enum FundSum {
    /** Total = funds + account + cash. */
    ACCOUNT_OUTSIDE,
    /** Total = funds + cash, and the account is one of the funds. */
    ACCOUNT_INSIDE
  }

  /** The result of a comparison. */
  public enum Statement {
    BALANCED,
    CENTRE_MORE,
    INSTITUTION_MORE,
    DIFFER
  }

  public Settling {
    reversible = Set.copyOf(reversible);
    statement = Map.copyOf(statement);
  }
}
