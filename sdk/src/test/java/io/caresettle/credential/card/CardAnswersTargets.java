package io.caresettle.credential.card;

import io.caresettle.credential.CardProof;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.DeviceFault;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The place where bytes of a card are read, for the fuzz target and for the seeds it keeps. It
 * takes any bytes as the answers of one card, and throws only where something is wrong with this
 * library.
 */
final class CardAnswersTargets {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  /** No read takes more, whatever a card answers: 28 commands, each with 32 pieces sent twice. */
  private static final int MOST_COMMANDS = 28 * 66;

  private CardAnswersTargets() {}

  /**
   * @param bytes how the card answers: one byte of length, then so many bytes, again and again;
   *     nothing more when they end. The first byte says, if it is odd, that the card is believed to
   *     be genuine and given a PIN.
   */
  static void answers(byte[] bytes) {
    FuzzedCard card = new FuzzedCard(bytes);
    try (Pin pin = Pin.of(new char[] {'1', '2', '3', '4', '5', '6'})) {
      if (card.isBelieved()) {
        new CardReader().readWithPin(card, new Believing(), TODAY, pin);
      } else {
        new CardReader(CardReader.Profile.TEST, CardTrace.OFF).readUnproved(card, TODAY);
      }
    } catch (CredentialRefused | DeviceFault expected) {
      requireNoSecret(expected.toString());
    }
    if (card.commands > MOST_COMMANDS) {
      throw new AssertionError(card.commands + " commands for one read");
    }
    if (card.pins > 1) {
      throw new AssertionError("a PIN was sent " + card.pins + " times");
    }
    if (!card.gone && !card.lastWasReset) {
      throw new AssertionError("the card was not reset at the end");
    }
  }

  private static void requireNoSecret(String message) {
    if (message.contains("123456")) {
      throw new AssertionError("a PIN in a message");
    }
  }

  /** Finds every card genuine, so that all that follows is reached. */
  private static final class Believing implements Authenticator {
    @Override
    public CardProof kind() {
      return CardProof.CENTRE;
    }

    @Override
    public Proof begin(CardFacts card) {
      card.provinceFactor();
      card.cityFactor();
      card.cardFactor();
      return new Proof() {
        @Override
        public Challenge internal() {
          return new Challenge(new Block8(1), new Block8(2), OptionalInt.empty());
        }

        @Override
        public Optional<Opening> judge(Block8 answerOfCard, Optional<Block8> cardChallenge) {
          return cardChallenge.map(c -> new Opening(c, answerOfCard, OptionalInt.of(1)));
        }
      };
    }
  }

  private static final class FuzzedCard implements CardTransport {

    private final ByteBuffer left;
    private final boolean believed;
    private int commands;
    private int pins;
    private boolean gone;
    private boolean lastWasReset;

    FuzzedCard(byte[] bytes) {
      believed = bytes.length > 0 && bytes[0] % 2 != 0;
      left =
          ByteBuffer.wrap(bytes.length == 0 ? bytes : Arrays.copyOfRange(bytes, 1, bytes.length));
    }

    boolean isBelieved() {
      return believed;
    }

    @Override
    public byte[] reset() throws CardRemovedException {
      lastWasReset = true;
      return next();
    }

    @Override
    public byte[] transmit(byte[] command) throws CardRemovedException {
      lastWasReset = false;
      commands++;
      boolean verify = command[0] == 0 && command[1] == 0x20 && command.length > 4;
      pins += verify ? 1 : 0;
      return next();
    }

    private byte[] next() throws CardRemovedException {
      if (!left.hasRemaining()) {
        gone = true;
        throw new CardRemovedException("no more answers");
      }
      byte[] answer = new byte[Math.min(left.get() & 0xFF, left.remaining())];
      left.get(answer);
      return answer;
    }

    @Override
    public void close() {}
  }
}
