package io.caresettle.centre;

import io.caresettle.credential.card.Authenticator.Challenge;

/**
 * What the centre has a card asked.
 *
 * @param authenticationId good for one answer of this card, at this terminal, for a short while
 */
public record CardChallenge(String authenticationId, Challenge challenge) {}
