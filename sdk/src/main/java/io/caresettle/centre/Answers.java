package io.caresettle.centre;

import io.caresettle.problem.CentreRefused;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.EnvelopeRejected;

/** What a call that moves no money comes to: its answer, or an exception for whose turn it is. */
public final class Answers {

  private Answers() {}

  /**
   * The answer itself. Never for a settlement: there, silence is no exception.
   *
   * @param what was asked, for the message, without personal data
   * @throws CentreRefused when the centre said no
   * @throws CentreUnreachable when no answer came that can be believed
   * @throws EnvelopeRejected when what came was not the centre's
   */
  public static <T> T require(Reply<T> reply, String what) {
    if (reply instanceof Reply.Answered<T> a) {
      return a.value();
    } else if (reply instanceof Reply.Refused<T> r) {
      Refusal refusal = r.refusal();
      throw new CentreRefused(
          refusal.code(), refusal.zh(), refusal.en(), refusal.legalBasis(), refusal.next());
    } else if (reply instanceof Reply.NotSent<T> n) {
      throw new CentreUnreachable(
          what + " was not sent, because " + n.why() + ": it can be tried again");
    } else if (reply instanceof Reply.NotAuthentic<T> f) {
      throw new EnvelopeRejected(
          what
              + " did not reach a centre that could prove itself ("
              + f.why()
              + "): the session is closed and no money moved. Stop here, keep what the network has"
              + " recorded, and call whoever keeps the keys");
    }
    throw new CentreUnreachable(
        what
            + " got no answer that can be believed, because "
            + ((Reply.NoAnswer<T>) reply).why()
            + ": it moves no money, so it can be tried again");
  }
}
