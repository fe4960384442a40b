package io.caresettle.problem;

/** Nothing can be made durable: no new settlement on this machine until the disk is mended. */
public final class JournalUnavailable extends SettlementException {

  private static final long serialVersionUID = 1L;

  public JournalUnavailable(String whatAndWhatToDo) {
    super(whatAndWhatToDo);
  }

  public JournalUnavailable(String whatAndWhatToDo, Throwable cause) {
    super(whatAndWhatToDo, cause);
  }
}
