package io.caresettle.credential.card;

import java.io.ByteArrayOutputStream;

/**
 * A transport that fetches what T=0 cards hold back: after 61xx the rest by GET RESPONSE, after
 * 6Cxx the same command again with the length the card asked for.
 */
final class CompleteAnswers implements CardTransport {

  /** More than any file here needs; a card that always has more must not hold a counter. */
  private static final int MOST_PIECES = 32;

  private final CardTransport next;

  CompleteAnswers(CardTransport next) {
    this.next = next;
  }

  @Override
  public byte[] transmit(byte[] command) throws CardRemovedException {
    byte[] answer = withRightLength(command);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int pieces = 0; Answer.statusWord(answer) >> 8 == 0x61; pieces++) {
      if (pieces == MOST_PIECES) {
        throw Answer.garbled("more than " + MOST_PIECES + " pieces of one answer");
      }
      whole.write(answer, 0, answer.length - 2);
      answer = withRightLength(new byte[] {0, (byte) 0xC0, 0, 0, answer[answer.length - 1]});
    }
    if (whole.size() == 0) {
      return answer;
    }
    whole.writeBytes(answer);
    return whole.toByteArray();
  }

  /**
   * Sends a command, and after 6Cxx once more. Only one that ends in an expected length can be
   * corrected; the last byte of any other belongs to its data, and a PIN or an authentication sent
   * a second time would cost a second try.
   */
  private byte[] withRightLength(byte[] command) throws CardRemovedException {
    byte[] answer = next.transmit(command);
    if (Answer.statusWord(answer) >> 8 != 0x6C || !endsInExpectedLength(command)) {
      return answer;
    }
    byte[] again = command.clone();
    again[again.length - 1] = answer[answer.length - 1];
    return next.transmit(again);
  }

  /** Header and length, or header, data with their length, and length. */
  private static boolean endsInExpectedLength(byte[] command) {
    return command.length == 5 || (command.length > 5 && command.length == 6 + (command[4] & 0xFF));
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
