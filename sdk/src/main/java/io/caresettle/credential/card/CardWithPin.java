package io.caresettle.credential.card;

import io.caresettle.credential.SocialSecurityCard;
import java.util.Optional;

/**
 * A card that was read and given its holder's PIN.
 *
 * @param medical what its medical-insurance area holds; empty where the PIN did not open it or the
 *     card has no such area
 */
public record CardWithPin(
    SocialSecurityCard card, PinOutcome pin, Optional<MedicalFacts> medical) {}
