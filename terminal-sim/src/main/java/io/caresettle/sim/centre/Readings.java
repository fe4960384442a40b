package io.caresettle.sim.centre;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.wire.SignedDocument;

/** Reads what terminals send. */
final class Readings {

  private Readings() {}

  static <M extends MessageLite> M parse(Parser<M> parser, byte[] bytes) throws Refused {
    try {
      return parser.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw Reason.MALFORMED.because();
    }
  }

  /** What the terminal of this session signed for this purpose. */
  static byte[] signed(Request request, DocumentContext context, SignedDocument document)
      throws Refused {
    try {
      return Documents.verify(request.terminal().identity(), context, document);
    } catch (NotAuthentic e) {
      throw Reason.NOT_SIGNED.because();
    }
  }

  /** Message ids are unique in their institution, whose code they begin with. */
  static void checkMessageId(Request request) throws Refused {
    if (!request.id().matches("[0-9A-Z]{12}\\d{18}")
        || !request.id().startsWith(request.institution())) {
      throw Reason.MALFORMED.because();
    }
  }
}
