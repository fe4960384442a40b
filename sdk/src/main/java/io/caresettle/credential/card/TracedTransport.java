package io.caresettle.credential.card;

import java.util.Optional;

/** A transport that tells a {@link CardTrace} of every exchange that really happened. */
final class TracedTransport implements CardTransport {

  private static final int HEADER_AND_LENGTH = 5;

  private final CardTransport next;
  private final CardTrace.Slot slot;
  private final CardTrace trace;

  TracedTransport(CardTransport next, CardTrace.Slot slot, CardTrace trace) {
    this.next = next;
    this.slot = slot;
    this.trace = trace;
  }

  @Override
  public byte[] transmit(byte[] command) throws CardRemovedException {
    // Before the command is sent: whoever sent a PIN overwrites it.
    CommandName name = CommandName.of(command);
    int sent = name.carriesPin() ? Math.min(command.length, HEADER_AND_LENGTH) : command.length;
    byte[] answer = next.transmit(command);
    trace.exchanged(
        new CardTrace.Exchange(
            slot,
            name.command(),
            name.zh(),
            name.en(),
            Answer.statusWord(answer),
            sent,
            answer.length,
            Answer.statusWord(answer) == Answer.OK
                ? FieldMask.field(name, answer)
                : Optional.empty()));
    return answer;
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
