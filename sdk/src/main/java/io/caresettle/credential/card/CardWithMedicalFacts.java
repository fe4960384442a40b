package io.caresettle.credential.card;

import io.caresettle.credential.SocialSecurityCard;
import java.util.Optional;

/**
 * A card that was read, and its medical-insurance area with the area's read key: nobody typed a
 * PIN, so nothing here says that the holder was there.
 *
 * @param medical what the area holds; empty where the card has none
 */
public record CardWithMedicalFacts(SocialSecurityCard card, Optional<MedicalFacts> medical) {}
