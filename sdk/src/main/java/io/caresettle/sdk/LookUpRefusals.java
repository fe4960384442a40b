package io.caresettle.sdk;

import io.caresettle.centre.Answers;
import io.caresettle.centre.Reply;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import java.util.Map;
import java.util.Optional;

/**
 * Refusals of a look-up that are about the credential itself: then it is the turn of the person who
 * showed it, and not of the cashier.
 */
final class LookUpRefusals {

  private static final Map<String, Reason> REASONS =
      Map.of(
          "CARD_UNKNOWN", Reason.UNKNOWN_TO_CENTRE,
          "CODE_NOT_GENUINE", Reason.CODE_FORGED,
          "CODE_EXPIRED", Reason.CODE_EXPIRED,
          "CODE_BOUND", Reason.CODE_BOUND_TO_ANOTHER_VISIT,
          "NOT_BOUND", Reason.NOT_A_FAMILY_PAYER);

  /** The same where the centre says more than we know: since when. */
  private static final Map<String, Reason> TOLD =
      Map.of(
          "SHOWN_ELSEWHERE", Reason.SHOWN_ELSEWHERE,
          "REPORTED_LOST", Reason.REPORTED_LOST);

  private LookUpRefusals() {}

  static <T> T require(Reply<T> reply, String visitNumber) {
    if (reply instanceof Reply.Refused<T> refused) {
      Optional<Reason> reason = Optional.ofNullable(REASONS.get(refused.refusal().code()));
      if (reason.isPresent()) {
        throw new CredentialRefused(reason.get());
      }
      Optional<Reason> told = Optional.ofNullable(TOLD.get(refused.refusal().code()));
      if (told.isPresent()) {
        throw new CredentialRefused(
            told.get(), refused.refusal().zh() + " / " + refused.refusal().en());
      }
    }
    return Answers.require(reply, "The look-up for visit " + visitNumber);
  }
}
