package io.caresettle.centre.national.message;

/**
 * The place where bytes of a centre are read, for the fuzz target and for the seeds it keeps. Any
 * bytes are a message, which is written and read back as the same, or refused with a place.
 */
final class MessageTargets {

  private static final Limits NARROW = new Limits(65_536, 24, 5_000, 60_000);

  private MessageTargets() {}

  static void message(byte[] bytes) {
    Node node;
    try {
      node = MessageText.read(bytes, NARROW);
    } catch (Unreadable refused) {
      require(!refused.place().isEmpty(), "a refusal without a place");
      return;
    }
    Node again = MessageText.read(MessageText.bytes(node), Limits.USUAL);
    require(again.equals(node), "a message that is written otherwise than it was read");
    node.members().values().forEach(MessageTargets::amount);
  }

  private static void amount(Value value) {
    try {
      Yuan.fen(value)
          .ifPresent(fen -> require(Yuan.fen(Yuan.text(fen)) == fen, "an amount that changes"));
    } catch (IllegalArgumentException none) {
      require(value.said().isPresent(), "nothing that was taken for an amount");
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
