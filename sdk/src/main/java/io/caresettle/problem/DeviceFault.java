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
    /** There is no security module in the terminal's second slot, or it does not answer. */
    PSAM_MISSING,
    /** The terminal's own security module lacks the card's algorithm. */
    PSAM_LACKS_ALGORITHM,
    /** The terminal's own security module lacks the key that proves this card. */
    PSAM_LACKS_KEY,
    /** The terminal's own security module lacks the key that reads the holder's data. */
    PSAM_LACKS_READ_KEY,
    /** Whoever proves cards here has no key that opens their medical-insurance area. */
    MEDICAL_KEY_UNAVAILABLE,
    /** The terminal's own security module does not work, or the card does not accept its key. */
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
