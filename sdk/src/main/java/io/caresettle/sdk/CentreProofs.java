package io.caresettle.sdk;

import io.caresettle.centre.Asking;
import io.caresettle.centre.CodeRequest;
import io.caresettle.credential.CardProof;
import io.caresettle.credential.CodeUse;
import io.caresettle.credential.CodeUse.Business;
import io.caresettle.credential.Credential;
import io.caresettle.credential.NationalCode;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.card.Authenticator;
import io.caresettle.eligibility.Institution;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the centre itself finds of the credentials at one counter: its look-ups name it, so that the
 * centre need not take the terminal's word.
 */
final class CentreProofs {

  private final Terminal terminal;
  private final Supplier<String> operator;
  private volatile Optional<ProvedCard> provedCard = Optional.empty();

  private record ProvedCard(String cardIdentifier, String visitNumber, String authenticationId) {}

  CentreProofs(Terminal terminal, Supplier<String> operator) {
    this.terminal = terminal;
    this.operator = operator;
  }

  /** What a code is shown for here when nobody says more. */
  CodeUse usual() {
    return new CodeUse(
        terminal.institution().kind() == Institution.Kind.PHARMACY
            ? Business.PURCHASE
            : Business.SETTLEMENT);
  }

  /** The centre's proof of {@code shown} at this visit; a national code is bound to it for that. */
  Optional<String> of(Credential shown, String visitNumber, CodeUse use, Duration within) {
    if (shown instanceof NationalCode code) {
      CodeRequest request = CodeRequest.of(code, use, asking(visitNumber));
      return Optional.of(
          CredentialRefusals.require(
                  terminal.centre().credentials().resolve(request, within),
                  "The code's resolution for visit " + visitNumber)
              .bindingId());
    }
    // Of a card that somebody else had proved, the look-up has no proof to name. One that the
    // centre
    // proved for another visit or counter is proved to nobody here: without the id, it would be
    // looked up on this terminal's word.
    return shown instanceof SocialSecurityCard card && card.proof() == CardProof.CENTRE
        ? Optional.of(
            provedCard
                .filter(p -> p.cardIdentifier().equals(card.cardIdentifier()))
                .filter(p -> p.visitNumber().equals(visitNumber))
                .map(ProvedCard::authenticationId)
                .orElseThrow(() -> new CredentialRefused(Reason.CARD_NOT_PROVED)))
        : Optional.empty();
  }

  /**
   * The centre as the judge of cards at this visit; the last that it found genuine is kept in mind.
   *
   * @param refused hears of each card that it found no good, before whoever reads the card does
   */
  Authenticator authenticator(
      String visitNumber, Duration within, Consumer<CredentialRefused> refused) {
    return new CentreAuthenticator(
        () -> terminal.centre().credentials(),
        asking(visitNumber),
        terminal::nextRequestId,
        within,
        (card, id) ->
            provedCard = Optional.of(new ProvedCard(card.cardIdentifier(), visitNumber, id)),
        refused);
  }

  private Asking asking(String visitNumber) {
    return new Asking(terminal.institution().code(), terminal.slot(), visitNumber, operator.get());
  }
}
