package io.caresettle.problem;

/**
 * The centre could not be reached, and nothing that moves money was sent: trying again is safe.
 *
 * <p>From the first byte of a settlement on, a lost line is the outcome {@code Unknown} instead.
 */
public final class CentreUnreachable extends SettlementException {

  private static final long serialVersionUID = 1L;

  public CentreUnreachable(String whatAndWhatToDo) {
    super(whatAndWhatToDo);
  }

  public CentreUnreachable(String whatAndWhatToDo, Throwable cause) {
    super(whatAndWhatToDo, cause);
  }
}
