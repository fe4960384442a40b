package io.caresettle.protocol;

/**
 * Bytes that are authentic and still not the message that was expected: nothing of them was used.
 *
 * <p>They come from a party that proved who it is, so that this is a fault of software and not an
 * attack from the line: sending the same bytes again is of no use. There is no cause, because the
 * parser's own exception may carry what it had read so far.
 */
public final class MessageRejected extends ProtocolException {

  private static final long serialVersionUID = 1L;

  /** What is wrong, and so whose turn it is. */
  public enum Why {
    /** Not bytes that this protocol writes: the sender's maker corrects its software. */
    MALFORMED("is malformed: the sender's software has to be corrected"),
    /**
     * Would take too many times its own length in memory: the sender's maker packs it otherwise.
     */
    TOO_DENSE(
        "would take more than 16 times its length in memory: the sender has to send less at once"),
    /** A kind of message that this version does not know: this side is to be updated. */
    UNKNOWN_TYPE("is of a type that this version does not know: update this side"),
    /** Signed, but not written the one way that a document is: the signer corrects its software. */
    NOT_CANONICAL(
        "is signed but not written canonically: keep it, and have the signer's software corrected");

    private final String whatAndWhatToDo;

    Why(String whatAndWhatToDo) {
      this.whatAndWhatToDo = whatAndWhatToDo;
    }
  }

  private final Why why;
  private final String expected;

  private MessageRejected(Why why, String expected, int bytes) {
    super(
        "What should be a "
            + expected
            + " ("
            + bytes
            + " bytes) "
            + why.whatAndWhatToDo
            + ". Nothing of it was used");
    this.why = why;
    this.expected = expected;
  }

  /** {@code bytes} bytes, expected to be a message named {@code expected}, are refused. */
  public static MessageRejected because(Why why, String expected, int bytes) {
    return new MessageRejected(why, expected, bytes);
  }

  public Why why() {
    return why;
  }

  /** The name of the message, or of the message type, that was expected. */
  public String expected() {
    return expected;
  }
}
