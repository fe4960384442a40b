package io.caresettle.credential.card;

import java.util.Arrays;

/** VERIFY and CHANGE PIN in a session. */
final class PinCommands {

  /** Status words 63C0 to 63CF: tries left. */
  private static final int TRIES = 0x63C0;

  private PinCommands() {}

  /**
   * Asks how many tries are left: VERIFY without data, which has four bytes. A fifth would be taken
   * for a length.
   */
  static PinCounter tries(CardSession session) throws CardRemovedException {
    Answer answer = session.send(new byte[] {0, 0x20, 0, 0}).unlessBlocked();
    if (answer.is(Answer.OK)) {
      return new PinCounter(false, 0);
    }
    if (answer.is(Answer.LOCKED)) {
      return new PinCounter(true, 0);
    }
    if ((answer.statusWord() & ~0xF) == TRIES) {
      return new PinCounter(true, answer.statusWord() & 0xF);
    }
    throw answer.unexpected("to the question how many tries are left");
  }

  static PinOutcome verify(CardSession session, Pin pin) throws CardRemovedException {
    PinCounter counter = tries(session);
    if (!counter.set()) {
      return new PinOutcome.NoPinSet();
    }
    if (counter.locked()) {
      return new PinOutcome.Locked();
    }
    return given(session, 0x00, 0x20, 0x00, pin.packed());
  }

  static PinOutcome change(CardSession session, Pin current, Pin fresh)
      throws CardRemovedException {
    PinCounter counter = tries(session);
    if (!counter.set()) {
      return new PinOutcome.NoPinSet();
    }
    if (counter.locked()) {
      return new PinOutcome.Locked();
    }
    byte[] before = current.packed();
    byte[] after = fresh.packed();
    byte[] both = Arrays.copyOf(before, before.length + 1 + after.length);
    both[before.length] = (byte) 0xFF;
    System.arraycopy(after, 0, both, before.length + 1, after.length);
    Arrays.fill(before, (byte) 0);
    Arrays.fill(after, (byte) 0);
    return given(session, 0x80, 0x5E, 0x01, both);
  }

  /** Sends a command that carries a PIN, once, and overwrites it. */
  private static PinOutcome given(
      CardSession session, int cla, int instruction, int p1, byte[] data)
      throws CardRemovedException {
    byte[] command = new byte[5 + data.length];
    command[0] = (byte) cla;
    command[1] = (byte) instruction;
    command[2] = (byte) p1;
    command[4] = (byte) data.length;
    System.arraycopy(data, 0, command, 5, data.length);
    Answer answer;
    try {
      answer = session.send(command).unlessBlocked();
    } finally {
      Arrays.fill(command, (byte) 0);
      Arrays.fill(data, (byte) 0);
    }
    if (answer.is(Answer.OK)) {
      return new PinOutcome.Accepted();
    }
    if (answer.is(Answer.LOCKED) || answer.is(TRIES)) {
      return new PinOutcome.Locked();
    }
    if ((answer.statusWord() & ~0xF) == TRIES) {
      return new PinOutcome.Wrong(answer.statusWord() & 0xF);
    }
    throw answer.unexpected("to a PIN");
  }
}
