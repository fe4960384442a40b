package io.caresettle.problem;

/**
 * A record of the journal is kept and cannot be read, because the data key of its day is destroyed,
 * damaged, or closed to the keys at hand, or because it says what this version does not understand.
 * Other bills are not concerned: it is the turn of whoever keeps the keys, or of support.
 */
public final class RecordUnreadable extends SettlementException {

  private static final long serialVersionUID = 1L;

  public RecordUnreadable(String whatAndWhatToDo) {
    super(whatAndWhatToDo);
  }

  public RecordUnreadable(String whatAndWhatToDo, Throwable cause) {
    super(whatAndWhatToDo, cause);
  }
}
