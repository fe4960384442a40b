package io.caresettle.sdk;

import io.caresettle.eligibility.AccountPayment;
import io.caresettle.eligibility.AccountUse;
import io.caresettle.eligibility.AccountVerdict;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.EligibilityCheck;
import io.caresettle.eligibility.EligibilityRules;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.money.Quantity;
import io.caresettle.money.UnitPrice;
import io.caresettle.problem.Misuse;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a counter pays from a personal account besides care: premiums and insurance products, by
 * purpose and for whom (R-ACCT-05, -06; SZ 16, 43; NT 22, 31; SH 24; HN 14).
 *
 * <p>A payment is a bill of one line that only the account pays. So it has a number of the caller's
 * own, is settled by {@link Counter#settle(BillId, io.caresettle.settlement.Quote)} exactly once or
 * not at all, is found out, reversed, booked and printed like every other bill, and no rule of
 * settlement has an exception for it. The account pays all of it or nothing, and never in advance.
 */
public final class AccountDesk {

  /** Ten thousand of these are one fen. */
  private static final long MICROS_OF_A_FEN = 10_000;

  private final Terminal terminal;
  private final Counter counter;
  private final Set<String> approved;

  AccountDesk(Terminal terminal, Counter counter, Set<String> approved) {
    this.terminal = terminal;
    this.counter = counter;
    this.approved = Set.copyOf(approved);
  }

  /**
   * What the terminal's own rules say of it. Nothing is sent.
   *
   * @throws Misuse when {@code patient} is not the one at this counter, or came for another visit
   */
  public AccountVerdict verdict(Patient patient, Visit visit, AccountPayment payment) {
    return new EligibilityCheck(new BookLaw(terminal.policy()), EligibilityRules.all())
        .payFromAccount(
            patient,
            visit,
            terminal.institution(),
            counter.entitlements(patient, visit),
            payment,
            approved);
  }

  /**
   * What the patient confirms: the centre's trial. No money moves.
   *
   * @param number the caller's own of this payment, never used for another payment or bill
   * @throws Misuse when {@code patient} is not the one at this counter, or a relative is covered
   *     whom nobody named
   * @throws io.caresettle.problem.NotPermitted when the operator may not ask
   * @throws io.caresettle.problem.CentreRefused when the centre does not let this account pay it
   * @throws io.caresettle.problem.CentreUnreachable when it did not answer
   * @throws io.caresettle.problem.EnvelopeRejected when whoever answered was not the centre
   */
  public AccountQuote quote(BillId number, Patient patient, Visit visit, AccountPayment payment) {
    AccountUse use = payment.use();
    if (use.beneficiary() != AccountUse.Beneficiary.SELF && use.coveredPersonNumber().isEmpty()) {
      throw new Misuse("A relative is to be covered: give the relative's person number");
    }
    if (verdict(patient, visit, payment) instanceof AccountVerdict.Refused refused) {
      return new AccountQuote.Refused(refused);
    }
    Eligibility eligibility = counter.eligibility(patient, visit.using(use));
    return new AccountQuote.Quoted(
        counter.quoteForAccount(eligibility, new Bill(number, List.of(line(payment)))));
  }

  private static FeeLine line(AccountPayment payment) {
    String code =
        payment.product().isEmpty()
            ? payment.use().purpose().name().toLowerCase(Locale.ROOT)
            : payment.product();
    UnitPrice price = new UnitPrice(Math.multiplyExact(payment.amount().fen(), MICROS_OF_A_FEN));
    return new FeeLine("1", code, price, Quantity.parse("1"), payment.amount());
  }
}
