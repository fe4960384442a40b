package io.caresettle.protocol.link;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.caresettle.protocol.Payload;
import io.caresettle.protocol.ProtocolException;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.session.CentreHandshake;
import io.caresettle.protocol.session.Ends;
import io.caresettle.protocol.session.TerminalHandshake;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.SignedDocument;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.CorruptedFrameException;
import java.security.SecureRandom;

/**
 * The four places where bytes of others are read, for the fuzz targets and for the seeds they keep.
 * Each takes any bytes and throws only where something is wrong with this library.
 */
final class FuzzTargets {

  private static final Ends ENDS = new Ends();
  private static final CentreHandshake CENTRE = ENDS.centre();
  private static final TerminalHandshake TERMINAL = ENDS.terminal();
  private static final PartyKeys SIGNER = PartyKeys.generate("TILL-1", new SecureRandom());

  private FuzzTargets() {}

  /** What a line brings: the first byte says in what pieces. */
  static void frame(byte[] line) {
    FrameDecoder decoder = new FrameDecoder();
    EmbeddedChannel channel = new EmbeddedChannel(decoder);
    int piece = line.length == 0 ? 1 : 1 + (line[0] & 0xff);
    try {
      for (int at = 1; at < line.length; at += piece) {
        channel.writeInbound(Unpooled.copiedBuffer(line, at, Math.min(piece, line.length - at)));
      }
    } catch (CorruptedFrameException e) {
      // Refused.
    }
    for (byte[] one = channel.readInbound(); one != null; one = channel.readInbound()) {
      byte[] frame = one;
      mayRefuse(() -> CENTRE.respond(frame));
      mayRefuse(() -> TERMINAL.confirm(frame));
    }
    channel.finishAndReleaseAll();
  }

  /** A frame in a session; genuine ones open. */
  static void envelope(byte[] frame) {
    Ends.Pair session = ENDS.session(1);
    mayRefuse(() -> session.centre().open(frame));
    mayRefuse(() -> session.till().open(frame));
  }

  static void document(byte[] bytes) {
    SignedDocument signed;
    try {
      signed = SignedDocument.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      return;
    }
    for (DocumentContext context : DocumentContext.values()) {
      mayRefuse(() -> Documents.verify(SIGNER.identity(), context, signed));
    }
  }

  /** Read as each kind there is; what was read is written canonically and read again, the same. */
  static void message(byte[] bytes) {
    Payload payload = Payload.copyOf(bytes);
    for (MessageType type : MessageType.values()) {
      if (type != MessageType.UNRECOGNIZED) {
        mayRefuse(() -> again(type, Messages.read(type, payload)));
      }
    }
  }

  private static void again(MessageType type, Message read) {
    byte[] canonical;
    try {
      canonical = Documents.canonical(read);
    } catch (IllegalArgumentException e) {
      // Fields of another version.
      return;
    }
    if (!read.equals(Messages.read(type, Payload.copyOf(canonical)))) {
      throw new AssertionError("Another " + type + " after it was written");
    }
  }

  private static void mayRefuse(Runnable step) {
    try {
      step.run();
    } catch (ProtocolException e) {
      // Refused.
    }
  }
}
