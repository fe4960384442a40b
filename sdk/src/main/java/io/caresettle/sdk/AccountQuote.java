package io.caresettle.sdk;

import io.caresettle.eligibility.AccountVerdict;
import io.caresettle.settlement.Quote;

/** Whether a payment from the account may be confirmed, or why it is not even asked for. */
public sealed interface AccountQuote {

  /** The centre's trial: settle it as any other quote, under the payment's own number. */
  record Quoted(Quote quote) implements AccountQuote {}

  /** The terminal's own rules refuse it; nothing was sent. */
  record Refused(AccountVerdict.Refused why) implements AccountQuote {}
}
