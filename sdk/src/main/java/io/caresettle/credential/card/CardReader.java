package io.caresettle.credential.card;

import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.problem.DeviceFault;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.random.RandomGenerator;

/**
 * Reads social-security cards: proves that a card is genuine, reads it, and leaves it without any
 * right that was won on it.
 *
 * <p>It keeps nothing between two cards and may be shared by threads, each with its own slot.
 */
public final class CardReader {

  private final RandomGenerator random;
  private final CardTrace trace;

  public CardReader() {
    this(CardTrace.OFF);
  }

  public CardReader(CardTrace trace) {
    this(new SecureRandom(), trace);
  }

  /**
   * @param random where fresh challenges come from; whoever can foretell them can replay a card, so
   *     anything but a {@link SecureRandom} is for tests
   */
  public CardReader(RandomGenerator random, CardTrace trace) {
    this.random = random;
    this.trace = trace;
  }

  /**
   * Reads the card in a slot. The slot stays open; the card is reset at the end, whatever happened.
   *
   * @param authenticator who holds the keys of such cards
   * @param today the business date, which the card's dates are held against
   * @throws io.caresettle.problem.CredentialRefused when the card is blocked, not genuine, out of
   *     date, of an unknown kind, or contradicts itself
   * @throws DeviceFault when it was taken out or answers nonsense: insert it again; or when the
   *     PSAM does not work
   */
  public SocialSecurityCard read(CardTransport card, Authenticator authenticator, LocalDate today) {
    CardTransport guarded =
        new CompleteAnswers(
            AllowedCommands.reading(new TracedTransport(card, CardTrace.Slot.CARD, trace)));
    try (Reading reading = new Reading(guarded, authenticator, random, today)) {
      return reading.run();
    } catch (CardRemovedException e) {
      throw new DeviceFault(
          DeviceFault.Kind.CARD_REMOVED,
          "读卡过程中卡片被拔出，请重新插卡 / The card was taken out while it was read: insert it again",
          e);
    }
  }
}
