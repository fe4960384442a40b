package io.caresettle.credential.card.pcsc;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failed call on a reader means. */
enum Failure {
  /** The card is out of its slot, without power, or was reset by another program. */
  CARD_GONE,
  /** Another program keeps the card to itself. */
  CARD_TAKEN,
  /** The reader is not there any more, or is out of order. */
  READER_GONE,
  /** The service through which all readers are reached does not answer. */
  SERVICE_GONE;

  private static final Set<String> SERVICE =
      Set.of(
          "SCARD_E_NO_SERVICE",
          "SCARD_E_SERVICE_STOPPED",
          "SCARD_E_INVALID_HANDLE",
          "WINDOWS_ERROR_INVALID_HANDLE",
          "SCARD_E_SYSTEM_CANCELLED",
          "SCARD_F_COMM_ERROR");

  private static final Set<String> CARD =
      Set.of(
          "SCARD_W_REMOVED_CARD",
          "SCARD_W_RESET_CARD",
          "SCARD_W_UNPOWERED_CARD",
          "SCARD_W_UNRESPONSIVE_CARD",
          "SCARD_W_UNSUPPORTED_CARD",
          "SCARD_E_NO_SMARTCARD",
          "SCARD_E_NOT_TRANSACTED",
          "SCARD_E_PROTO_MISMATCH");

  /**
   * What an exception of {@code javax.smartcardio} means. The JDK tells the service's error code as
   * the text of a cause, or not at all.
   */
  static Failure of(Exception thrown) {
    if (says(thrown, SERVICE)) {
      return SERVICE_GONE;
    }
    if (says(thrown, "SCARD_E_SHARING_VIOLATION")) {
      return CARD_TAKEN;
    }
    // Answers shorter than two bytes and handles that were given up: the JDK's ways to say "gone".
    boolean gone =
        thrown instanceof javax.smartcardio.CardNotPresentException
            || thrown instanceof IllegalArgumentException
            || thrown instanceof IllegalStateException;
    return gone || says(thrown, CARD) ? CARD_GONE : READER_GONE;
  }

  static boolean says(Exception thrown, String code) {
    return says(thrown, Set.of(code));
  }

  private static boolean says(Exception thrown, Set<String> codes) {
    for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
      String text = t.getMessage();
      if (text != null && codes.stream().anyMatch(text::contains)) {
        return true;
      }
    }
    return false;
  }
}
