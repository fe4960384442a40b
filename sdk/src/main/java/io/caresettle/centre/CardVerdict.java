package io.caresettle.centre;

import io.caresettle.credential.card.Authenticator.Opening;
import java.util.Optional;

/**
 * What the centre found of a card.
 *
 * @param opening what opens its holder's data; only where the card is genuine and asked
 */
public record CardVerdict(Finding finding, Optional<Opening> opening) {

  /** What a card can turn out to be. */
  public enum Finding {
    GENUINE,
    NOT_GENUINE,
    /** Genuine, and blocked by whoever issued it. */
    BLOCKED,
    /** Genuine, and reported lost. */
    LOST
  }

  /**
   * @throws IllegalArgumentException when a card that is no good is to be opened
   */
  public CardVerdict {
    if (finding != Finding.GENUINE && opening.isPresent()) {
      throw new IllegalArgumentException("Nothing opens a card that is " + finding);
    }
  }
}
