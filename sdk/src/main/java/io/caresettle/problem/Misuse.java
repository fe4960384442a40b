package io.caresettle.problem;

/** The calling program broke a rule of this library: its authors fix the code. */
public final class Misuse extends SettlementException {

  private static final long serialVersionUID = 1L;

  public Misuse(String whatAndWhatToDo) {
    super(whatAndWhatToDo);
  }

  public Misuse(String whatAndWhatToDo, Throwable cause) {
    super(whatAndWhatToDo, cause);
  }
}
