package io.caresettle.sdk;

import io.caresettle.centre.Asking;
import io.caresettle.centre.CardChallenge;
import io.caresettle.centre.CardConfirmation;
import io.caresettle.centre.CardRequest;
import io.caresettle.centre.CardVerdict;
import io.caresettle.centre.CredentialDesk;
import io.caresettle.credential.CardProof;
import io.caresettle.credential.card.Authenticator;
import io.caresettle.credential.card.Block8;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The centre as the judge of cards: its security module asks the card, through this terminal, and
 * no key ever comes here. A centre that does not answer is unreachable before the card was asked
 * anything, or before anything opened it; in either case the card can be read again.
 *
 * @param requestIds ids that were never used before
 * @param within for each of the two steps
 * @param proved hears of each card that the centre found genuine, and of the id of its proof
 * @param refused hears of each that it found forged, blocked or lost, before the reader does
 */
record CentreAuthenticator(
    Supplier<CredentialDesk> centre,
    Asking asking,
    Supplier<String> requestIds,
    Duration within,
    BiConsumer<CardFacts, String> proved,
    Consumer<CredentialRefused> refused)
    implements Authenticator {

  @Override
  public CardProof kind() {
    return CardProof.CENTRE;
  }

  @Override
  public Proof begin(CardFacts card) {
    CardChallenge asked =
        CredentialRefusals.require(
            centre.get().authenticate(new CardRequest(requestIds.get(), card, asking), within),
            "The card's question for visit " + asking.visitNumber());
    return new Proof() {
      @Override
      public Challenge internal() {
        return asked.challenge();
      }

      @Override
      public Optional<Opening> judge(Block8 answerOfCard, Optional<Block8> cardChallenge) {
        CardVerdict verdict = confirm(asked.authenticationId(), answerOfCard, cardChallenge);
        switch (verdict.finding()) {
          case GENUINE -> proved.accept(card, asked.authenticationId());
          case NOT_GENUINE -> throw refuse(Reason.CARD_NOT_GENUINE);
          case BLOCKED -> throw refuse(Reason.CARD_BLOCKED);
          case LOST -> throw refuse(Reason.REPORTED_LOST);
        }
        return verdict.opening();
      }
    };
  }

  private CredentialRefused refuse(Reason reason) {
    CredentialRefused refusal = new CredentialRefused(reason);
    refused.accept(refusal);
    return refusal;
  }

  private CardVerdict confirm(
      String authenticationId, Block8 answerOfCard, Optional<Block8> cardChallenge) {
    return CredentialRefusals.require(
        centre
            .get()
            .confirm(
                new CardConfirmation(
                    requestIds.get(), authenticationId, answerOfCard, cardChallenge),
                within),
        "The card's proof for visit " + asking.visitNumber());
  }

  @Override
  public String toString() {
    return "CentreAuthenticator[" + asking.institutionCode() + "]";
  }
}
