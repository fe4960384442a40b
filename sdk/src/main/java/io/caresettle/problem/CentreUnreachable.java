package io.caresettle.problem;

/** The centre could not be reached and nothing was sent: trying again is safe. */
public final class CentreUnreachable extends SettlementException {

  private static final long serialVersionUID = 1L;

  public CentreUnreachable(String whatAndWhatToDo) {
    super(whatAndWhatToDo);
  }

  public CentreUnreachable(String whatAndWhatToDo, Throwable cause) {
    super(whatAndWhatToDo, cause);
  }
}
