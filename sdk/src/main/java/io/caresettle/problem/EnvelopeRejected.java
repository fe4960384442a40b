package io.caresettle.problem;

/**
 * Bytes did not authenticate: the session is closed; keep the bytes and call whoever keeps the
 * keys.
 */
public final class EnvelopeRejected extends SettlementException {

  private static final long serialVersionUID = 1L;

  public EnvelopeRejected(String whatAndWhatToDo) {
    super(whatAndWhatToDo);
  }

  public EnvelopeRejected(String whatAndWhatToDo, Throwable cause) {
    super(whatAndWhatToDo, cause);
  }
}
