package io.caresettle.centre;

import io.caresettle.credential.card.Block8;
import java.util.Optional;

/**
 * What a card answered, on its way to the centre.
 *
 * @param requestId never used before; asked again under it, the centre gives the same answer
 * @param cardChallenge what the card itself asks before it shows its holder's data, where it does
 */
public record CardConfirmation(
    String requestId,
    String authenticationId,
    Block8 answerOfCard,
    Optional<Block8> cardChallenge) {}
