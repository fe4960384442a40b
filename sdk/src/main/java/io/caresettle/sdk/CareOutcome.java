package io.caresettle.sdk;

import io.caresettle.centre.CareReceipt;
import io.caresettle.centre.Refusal;
import io.caresettle.longtermcare.CareShare;

/** How the settlement of a long-term-care visit ended. */
public sealed interface CareOutcome {

  /** The long-term-care fund has settled it. */
  record Settled(CareReceipt receipt) implements CareOutcome {}

  /** Nobody published what the fund pays: the visit stands recorded, and nothing was sent. */
  record NotPublished(CareShare.NotPublished why) implements CareOutcome {}

  /** The centre said no; nothing is settled. */
  record Refused(Refusal refusal) implements CareOutcome {}

  /**
   * Nobody knows yet: no answer came. Ask again with the same visit; however often it is asked, it
   * counts once.
   */
  record Unknown(String why) implements CareOutcome {}
}
