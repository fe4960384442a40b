package io.caresettle.credential.card;

import io.caresettle.problem.Misuse;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Set;

/**
 * A transport that lets reading commands through and nothing else. A terminal settles with the
 * centre, never with a purse on a card: commands that move money (INITIALIZE FOR PURCHASE, DEBIT,
 * LOAD and their kin, class B0) and commands that change a card stop here, before the first byte.
 * The one exception is a new PIN, which its holder chose, in a session for that.
 */
final class AllowedCommands implements CardTransport {

  /** Class and instruction of what reading a patient's card takes. */
  private static final Set<Integer> READING =
      Set.of(
          0x00A4, // SELECT
          0x00B2, // READ RECORD
          0x00C0, // GET RESPONSE
          0x0084, // GET CHALLENGE
          0x0088, // INTERNAL AUTHENTICATION
          0x0082); // EXTERNAL AUTHENTICATION

  /** Whole headers: with other parameters these instructions reset or unblock a PIN. */
  private static final int VERIFY = 0x00200000;

  private static final int CHANGE_PIN = 0x805E0100;

  /** Class and instruction of what authenticating with a PSAM takes. */
  private static final Set<Integer> AUTHENTICATING =
      Set.of(
          0x00A4, // SELECT
          0x00B0, // READ BINARY
          0x00C0, // GET RESPONSE
          0xBFDE, // DELIVERY SESSION KEY
          0x80FA); // CIPHER DATA

  private final CardTransport next;
  private final Set<Integer> kinds;
  private final Set<Integer> headers;

  private AllowedCommands(CardTransport next, Set<Integer> kinds, Set<Integer> headers) {
    this.next = next;
    this.kinds = kinds;
    this.headers = headers;
  }

  /** A patient's card that can be read and not changed. */
  static CardTransport reading(CardTransport card) {
    return new AllowedCommands(card, READING, Set.of());
  }

  /** A patient's card that can be read and given its PIN. */
  static CardTransport verifying(CardTransport card) {
    return new AllowedCommands(card, READING, Set.of(VERIFY));
  }

  /** A patient's card that can be given its PIN and a new one. */
  static CardTransport changingPin(CardTransport card) {
    return new AllowedCommands(card, READING, Set.of(VERIFY, CHANGE_PIN));
  }

  /** A PSAM that authenticates cards and takes no part in purchases. */
  static CardTransport authenticating(CardTransport psam) {
    return new AllowedCommands(psam, AUTHENTICATING, Set.of());
  }

  @Override
  public byte[] transmit(byte[] command) throws CardRemovedException {
    if (command.length < 4) {
      throw new Misuse("A card command has at least 4 bytes, but found " + command.length);
    }
    int header = ByteBuffer.wrap(command).getInt();
    if (!kinds.contains(header >>> 16) && !headers.contains(header)) {
      throw new Misuse(
          String.format(
              Locale.ROOT,
              "Command %08X is not sent: this library reads cards, and never moves money on them or"
                  + " changes them; a PIN goes to a card in a PIN session alone",
              header));
    }
    return next.transmit(command);
  }

  @Override
  public byte[] reset() throws CardRemovedException {
    return next.reset();
  }

  @Override
  public void close() {
    next.close();
  }
}
