package io.caresettle.sim.centre;

import com.google.protobuf.Message;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.SignedDocument;

/** Reads what terminals send. */
final class Readings {

  private Readings() {}

  static <M extends Message> M read(M prototype, byte[] bytes) throws Refused {
    try {
      return Messages.read(prototype, bytes);
    } catch (MessageRejected e) {
      throw Reason.MALFORMED.because();
    }
  }

  /** What the centre wrote into its own book. */
  static <M extends Message> M stored(M prototype, byte[] bytes) {
    try {
      return Messages.read(prototype, bytes);
    } catch (MessageRejected e) {
      throw new IllegalStateException("What the book holds cannot be read", e);
    }
  }

  /** What the terminal of this session signed for this purpose, in its canonical bytes. */
  static <M extends Message> M signed(
      Request request, DocumentContext context, SignedDocument document, M prototype)
      throws Refused {
    try {
      return request.verified().read(request.terminal().identity(), context, document, prototype);
    } catch (NotAuthentic e) {
      throw Reason.NOT_SIGNED.because();
    } catch (MessageRejected e) {
      throw Reason.MALFORMED.because();
    }
  }

  /** The terminal's own digits of a message id that was checked. */
  static int slot(String messageId) {
    return Integer.parseInt(messageId.substring(26, 28));
  }

  /** Message ids are unique in their institution, whose code they begin with. */
  static void checkMessageId(Request request) throws Refused {
    if (!request.id().matches("[0-9A-Z]{12}\\d{18}")
        || !request.id().startsWith(request.institution())) {
      throw Reason.MALFORMED.because();
    }
  }
}
