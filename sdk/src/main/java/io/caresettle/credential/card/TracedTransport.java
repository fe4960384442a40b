package io.caresettle.credential.card;

/** A transport that tells a {@link CardTrace} of every exchange that really happened. */
final class TracedTransport implements CardTransport {

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
    byte[] answer = next.transmit(command);
    CommandName name = CommandName.of(command);
    trace.exchanged(
        new CardTrace.Exchange(
            slot,
            name.command(),
            name.zh(),
            name.en(),
            Answer.statusWord(answer),
            command.length,
            answer.length));
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
