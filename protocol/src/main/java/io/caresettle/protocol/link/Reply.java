package io.caresettle.protocol.link;

import io.caresettle.protocol.Payload;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.wire.MessageType;
import java.time.Instant;

/** How a call ended, told by what is known of the message. */
public sealed interface Reply {

  /**
   * The centre answered, authentically.
   *
   * @param type {@link MessageType#UNRECOGNIZED} if the centre is newer than this terminal
   * @param centreMessageId the centre's own id of its answer
   * @param centreTime the centre's clock when it answered
   * @param centre who answered: the certificates of that session. Documents are verified with their
   *     identity, and later with the certificates themselves
   */
  record Answered(
      MessageType type,
      String centreMessageId,
      Payload payload,
      Instant centreTime,
      CertificatePair centre)
      implements Reply {}

  /** Nothing of the message left this machine: trying again is safe. */
  record NotSent(NotSent.Why why, String text) implements Reply {

    /** What stood in the way. */
    public enum Why {
      /** Nobody accepts lines at the centre's address. */
      UNREACHABLE,
      /** Somebody answered there who did not prove to be the centre that is meant. */
      NOT_THE_CENTRE,
      /**
       * The centre's certificates are not in force, not in force by this clock, or not written as
       * this version reads them. The text says which, and whose turn it is. Certificates that may
       * be an impostor's are {@link #NOT_THE_CENTRE}.
       */
      CERTIFICATE_REFUSED,
      /** Whoever answered speaks another version of the protocol: one side must be updated. */
      OTHER_VERSION,
      /**
       * The line was closed or fell silent in the handshake: the centre may not know this terminal.
       */
      HANDSHAKE_BROKEN,
      /** TLS, the layer beneath, could not be made; the text says whose turn it is. */
      TLS,
      /** As many calls, or bytes of them, are in flight as the settings allow. */
      BUSY,
      /** A message with this id is in flight already. */
      DUPLICATE,
      /** The payload is longer than an envelope can carry. */
      TOO_LARGE,
      /** The deadline passed before there was a session. */
      DEADLINE,
      /** The calling thread was interrupted before there was a session. */
      INTERRUPTED,
      /** The link was closed. */
      LINK_CLOSED
    }
  }

  /** Bytes left this machine, and what became of them is not known. */
  record NoAnswer(NoAnswer.Why why, String text) implements Reply {

    /** Why no answer can be waited for. */
    public enum Why {
      /** The deadline passed. An answer that still comes goes to the listener. */
      DEADLINE,
      /** The line broke. */
      LINE_CLOSED,
      /**
       * Something came that is not from the centre, or not whole, or not in order. Tell security.
       */
      NOT_AUTHENTIC,
      /** The calling thread was interrupted. */
      INTERRUPTED,
      /** The link was closed. */
      LINK_CLOSED
    }
  }
}
