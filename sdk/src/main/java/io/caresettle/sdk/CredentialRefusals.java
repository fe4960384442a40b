package io.caresettle.sdk;

import static java.util.Map.entry;

import io.caresettle.centre.Answers;
import io.caresettle.centre.Reply;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import java.util.Map;
import java.util.Optional;

/**
 * Refusals of the centre that are about the credential itself: then it is the turn of the person
 * who showed it, and not of the cashier.
 */
final class CredentialRefusals {

  private static final Map<String, Reason> REASONS =
      Map.ofEntries(
          entry("CARD_UNKNOWN", Reason.UNKNOWN_TO_CENTRE),
          entry("CARD_BLOCKED", Reason.CARD_BLOCKED),
          entry("CARD_NOT_PROVED", Reason.CARD_NOT_PROVED),
          entry("CARD_PROOF_EXPIRED", Reason.CARD_NOT_PROVED),
          entry("CARD_CIPHER", Reason.CARD_UNSUPPORTED),
          entry("CODE_UNKNOWN", Reason.UNKNOWN_TO_CENTRE),
          entry("CODE_NOT_GENUINE", Reason.CODE_FORGED),
          entry("CODE_EXPIRED", Reason.CODE_EXPIRED),
          entry("BINDING_EXPIRED", Reason.CODE_EXPIRED),
          entry("CODE_BOUND", Reason.CODE_BOUND_TO_ANOTHER_VISIT),
          entry("NOT_BOUND", Reason.NOT_A_FAMILY_PAYER));

  /** The same where the centre says more than we know: since when. */
  private static final Map<String, Reason> TOLD =
      Map.of(
          "SHOWN_ELSEWHERE", Reason.SHOWN_ELSEWHERE,
          "REPORTED_LOST", Reason.REPORTED_LOST);

  private CredentialRefusals() {}

  /**
   * @param what was asked, for the message, without personal data
   */
  static <T> T require(Reply<T> reply, String what) {
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
    return Answers.require(reply, what);
  }
}
