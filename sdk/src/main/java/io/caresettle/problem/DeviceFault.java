package io.caresettle.problem;

/**
 * A device failed. Of the reader or the scanner: present the credential again. Of what signs for
 * the terminal: look at it; nothing was sent.
 */
public final class DeviceFault extends SettlementException {

  private static final long serialVersionUID = 1L;

  /** What the device did. */
  public enum Kind {
    /** The card left the reader in the middle of a read. */
    CARD_REMOVED,
    /** The card or the reader answered bytes that no card may answer. */
    GARBLED_ANSWER,
    /** The reader itself is not there or does not work. */
    READER_FAILED,
    /** The service of the operating system through which readers are reached is gone. */
    READER_SERVICE_LOST,
    /** The terminal's own security module is not there, or lacks the key or the algorithm. */
    PSAM_FAILED,
    /** What holds the terminal's signing key does not sign. */
    SIGNING_FAILED
  }

  private final Kind kind;

  public DeviceFault(Kind kind, String whatAndWhatToDo) {
    super(whatAndWhatToDo);
    this.kind = kind;
  }

  public DeviceFault(Kind kind, String whatAndWhatToDo, Throwable cause) {
    super(whatAndWhatToDo, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
