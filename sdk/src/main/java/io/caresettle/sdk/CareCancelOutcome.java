package io.caresettle.sdk;

import io.caresettle.centre.CareUndone;
import io.caresettle.centre.Refusal;

/** How the cancellation of a settled long-term-care visit ended. */
public sealed interface CareCancelOutcome {

  /** The settlement stands no more; what the person paid is given back. */
  record Cancelled(CareUndone receipt) implements CareCancelOutcome {}

  /** The centre said no; the settlement stands as it did. */
  record Refused(Refusal refusal) implements CareCancelOutcome {}

  /**
   * Nobody knows yet: no answer came. Ask again with the same reason; however often it is asked, it
   * is cancelled once.
   */
  record Unknown(String why) implements CareCancelOutcome {}
}
