package io.caresettle.protocol;

/**
 * Bytes that this side will not work with.
 *
 * <p>A message says what to do next. It never holds a key, a payload or any part of one.
 */
public abstract sealed class ProtocolException extends RuntimeException
    permits CertificateRefused,
        EnrolmentRefused,
        KeyRejected,
        MessageRejected,
        NotAuthentic,
        VersionRefused {

  private static final long serialVersionUID = 1L;

  private final String text;

  ProtocolException(String whatAndWhatToDo) {
    super(whatAndWhatToDo);
    this.text = whatAndWhatToDo;
  }

  @Override
  public String getMessage() {
    return text;
  }
}
