package io.caresettle.credential.card;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The PIN of the card in a slot: how many tries are left, whether a PIN is right, and a new one.
 *
 * <p>A {@link Pin} is typed first and the slot used afterwards, for as long as the card needs: some
 * systems reset a card that is held while nothing is said to it, and others wait meanwhile. A PIN
 * goes to no card that did not prove itself: a copy would only be there to collect it. The card is
 * reset at the end, whatever happened. A locked PIN is the card issuer's to unlock; nothing here
 * can.
 *
 * <p>It keeps nothing between two cards and may be shared by threads, each with its own slot.
 */
public final class CardPins {

  private final CardTrace trace;

  public CardPins() {
    this(CardTrace.OFF);
  }

  public CardPins(CardTrace trace) {
    this.trace = trace;
  }

  /**
   * How the card's PIN stands; no try is used, and the card need not prove itself.
   *
   * @throws io.caresettle.problem.CredentialRefused when the card is blocked or none of ours
   * @throws io.caresettle.problem.DeviceFault when it was taken out or answers nonsense
   */
  public PinCounter tries(CardTransport card) {
    return CardSession.serve(
        AllowedCommands.verifying(traced(card)),
        Optional.empty(),
        LocalDate.EPOCH,
        session -> {
          session.power();
          session.selectEnvironment();
          return PinCommands.tries(session);
        });
  }

  /**
   * Whether this is the card's PIN. A wrong one costs a try. Any other card than the one that is
   * meant is given none: {@link PinOutcome.AnotherCard}.
   *
   * @param meant the card whose holder typed the PIN, as it was read before
   * @throws io.caresettle.problem.CredentialRefused when the card is blocked, not genuine or out of
   *     date; the PIN was not sent then
   * @throws io.caresettle.problem.DeviceFault when it was taken out or answers nonsense; whether a
   *     try was counted says {@link #tries}
   */
  public PinOutcome verify(
      CardTransport card, Authenticator authenticator, LocalDate today, MeantCard meant, Pin pin) {
    CardReader.requireProof(authenticator);
    return CardSession.serve(
        AllowedCommands.verifying(traced(card)),
        Optional.of(authenticator),
        today,
        session ->
            meant.is(session.prove())
                ? PinCommands.verify(session, pin)
                : new PinOutcome.AnotherCard());
  }

  /**
   * Gives the card that is meant a new PIN. A wrong current one costs a try.
   *
   * @param meant as in {@link #verify}
   * @throws io.caresettle.problem.CredentialRefused as {@link #verify}
   * @throws io.caresettle.problem.DeviceFault as {@link #verify}; after CARD_REMOVED the card may
   *     have either PIN
   */
  public PinOutcome change(
      CardTransport card,
      Authenticator authenticator,
      LocalDate today,
      MeantCard meant,
      Pin current,
      Pin fresh) {
    CardReader.requireProof(authenticator);
    return CardSession.serve(
        AllowedCommands.changingPin(traced(card)),
        Optional.of(authenticator),
        today,
        session ->
            meant.is(session.prove())
                ? PinCommands.change(session, current, fresh)
                : new PinOutcome.AnotherCard());
  }

  private CardTransport traced(CardTransport card) {
    return new TracedTransport(card, CardTrace.Slot.CARD, trace);
  }
}
