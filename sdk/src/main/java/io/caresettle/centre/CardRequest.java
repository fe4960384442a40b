package io.caresettle.centre;

import io.caresettle.credential.card.Authenticator.CardFacts;

/**
 * A card that is in its slot and is to be proved: what it tells everybody, and nothing of its
 * holder.
 *
 * @param requestId never used before; asked again under it, the centre chooses no other question
 */
public record CardRequest(String requestId, CardFacts card, Asking asking) {}
