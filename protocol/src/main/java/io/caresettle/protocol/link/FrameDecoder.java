package io.caresettle.protocol.link;

import io.caresettle.protocol.envelope.EnvelopeHeader;
import io.caresettle.protocol.session.TerminalHandshake;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;
import java.util.List;

/**
 * Cuts what arrives into frames, and refuses one that announces too much before it takes memory for
 * it.
 */
final class FrameDecoder extends ByteToMessageDecoder {

  static final int PREFIX_BYTES = 4;

  /** An envelope, and the byte that says it is one. */
  static final int MAX_FRAME = EnvelopeHeader.MAX_ENVELOPE + 1;

  private int limit = TerminalHandshake.MAX_FRAME;

  /**
   * The other end has proved itself and may send envelopes. To be called on the line's event loop.
   */
  void sessionOpened() {
    limit = MAX_FRAME;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (in.readableBytes() < PREFIX_BYTES) {
      return;
    }
    long length = in.getUnsignedInt(in.readerIndex());
    if (length < 1 || length > limit) {
      in.skipBytes(in.readableBytes());
      throw new CorruptedFrameException(
          "A frame announced " + length + " bytes of at most " + limit);
    }
    if (in.readableBytes() - PREFIX_BYTES < length) {
      return;
    }
    in.skipBytes(PREFIX_BYTES);
    byte[] frame = new byte[(int) length];
    in.readBytes(frame);
    out.add(frame);
  }
}
