package io.caresettle.credential.card;

import io.caresettle.credential.CardProof;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads social-security cards: has somebody prove that a card is genuine, reads it, and leaves it
 * without any right that was won on it.
 *
 * <p>It keeps nothing between two cards and may be shared by threads, each with its own slot.
 */
public final class CardReader {

  /** What a reader may do. */
  public enum Profile {
    /** Every card proves itself: internal authentication is mandatory. */
    PRODUCTION,
    /**
     * Cards whose holder's data are not locked may be read without any proof. For test benches
     * without a PSAM: a copy of files passes for a card there.
     */
    TEST
  }

  private final Profile profile;
  private final CardTrace trace;

  public CardReader() {
    this(CardTrace.OFF);
  }

  public CardReader(CardTrace trace) {
    this(Profile.PRODUCTION, trace);
  }

  public CardReader(Profile profile, CardTrace trace) {
    this.profile = profile;
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
    requireProof(authenticator);
    return read(card, Optional.of(authenticator), today);
  }

  /**
   * Reads a card of the first or second generation that proves nothing; {@link
   * SocialSecurityCard#proof} is {@link CardProof#NONE}. The holder's data of a third-generation
   * card need the terminal's proof, so such a card is refused as CARD_UNSUPPORTED.
   *
   * @throws Misuse when this reader has not the test profile
   */
  public SocialSecurityCard readUnproved(CardTransport card, LocalDate today) {
    if (profile != Profile.TEST) {
      throw new Misuse(
          "A card is read without proof in the test profile alone, but this reader has the profile "
              + profile
              + ": name an authenticator");
    }
    return read(card, Optional.empty(), today);
  }

  /**
   * Reads the card and gives it the holder's PIN, which a card asks for before it tells what its
   * medical-insurance area holds. The PIN goes to no card that did not prove itself, and only after
   * everything else was read.
   *
   * @param pin typed before: nobody types while a slot is in use
   * @throws io.caresettle.problem.CredentialRefused as {@link #read}; a wrong or locked PIN is no
   *     refusal but an outcome
   * @throws DeviceFault as {@link #read}; after CARD_REMOVED ask {@link CardPins#tries} whether the
   *     try was counted
   */
  public CardWithPin readWithPin(
      CardTransport card, Authenticator authenticator, LocalDate today, Pin pin) {
    requireProof(authenticator);
    return CardSession.serve(
        AllowedCommands.verifying(traced(card)),
        Optional.of(authenticator),
        today,
        session -> {
          SocialSecurityCard read = new Reading(session).run();
          PinOutcome outcome = PinCommands.verify(session, pin);
          return new CardWithPin(
              read, outcome, outcome.opensFiles() ? MedicalArea.read(session) : Optional.empty());
        });
  }

  /**
   * Reads the card and, with the key RK1DF04 in the holder's place, what its medical-insurance area
   * holds. For where no holder can type a PIN; the authenticator has to hold that key.
   *
   * @throws io.caresettle.problem.CredentialRefused as {@link #read}
   * @throws DeviceFault as {@link #read}; MEDICAL_KEY_UNAVAILABLE where the authenticator never
   *     holds such a key, PSAM_LACKS_KEY where this PSAM does not
   */
  public CardWithMedicalFacts readWithMedicalKey(
      CardTransport card, Authenticator authenticator, LocalDate today) {
    requireProof(authenticator);
    return CardSession.serve(
        AllowedCommands.reading(traced(card)),
        Optional.of(authenticator),
        today,
        session ->
            new CardWithMedicalFacts(new Reading(session).run(), MedicalArea.readWithKey(session)));
  }

  /**
   * Reads items that are asked for by file and tag, after the card proved itself and is the card
   * that is meant. Nothing is held against anything here: {@link #read} does that.
   *
   * @throws io.caresettle.problem.CredentialRefused as {@link #read}
   * @throws DeviceFault as {@link #readWithPin} and {@link #readWithMedicalKey}
   */
  public ItemsRead readItems(
      CardTransport card, Authenticator authenticator, LocalDate today, ItemsAsked asked) {
    requireProof(authenticator);
    CardTransport allowed =
        asked.right() instanceof ItemsAsked.ByPin
            ? AllowedCommands.verifying(traced(card))
            : AllowedCommands.reading(traced(card));
    return CardSession.serve(
        allowed, Optional.of(authenticator), today, session -> new ItemReading(session).run(asked));
  }

  private SocialSecurityCard read(
      CardTransport card, Optional<Authenticator> authenticator, LocalDate today) {
    return CardSession.serve(
        AllowedCommands.reading(traced(card)),
        authenticator,
        today,
        session -> new Reading(session).run());
  }

  private CardTransport traced(CardTransport card) {
    return new TracedTransport(card, CardTrace.Slot.CARD, trace);
  }

  static void requireProof(Authenticator authenticator) {
    if (authenticator.kind() == CardProof.NONE) {
      throw new Misuse("An authenticator proves something, but found one of kind NONE");
    }
  }
}
