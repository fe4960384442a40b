package io.caresettle.problem;

/**
 * Something other than the bill is wrong. Each subclass is a different person's next step.
 *
 * <p>A message names what was found, what was expected and what to do. It never holds an identity
 * number, a card number, a name or a key.
 */
public abstract sealed class SettlementException extends RuntimeException
    permits Misuse,
        NotPermitted,
        ConsentMissing,
        AuthorisationMissing,
        CredentialRefused,
        CareRefused,
        DeviceFault,
        CentreUnreachable,
        CentreRefused,
        EnvelopeRejected,
        JournalUnavailable,
        RecordUnreadable {

  private static final long serialVersionUID = 1L;

  SettlementException(String whatAndWhatToDo) {
    super(whatAndWhatToDo);
  }

  SettlementException(String whatAndWhatToDo, Throwable cause) {
    super(whatAndWhatToDo, cause);
  }
}
