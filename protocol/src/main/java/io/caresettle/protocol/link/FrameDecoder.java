package io.caresettle.protocol.link;

import io.caresettle.protocol.envelope.EnvelopeHeader;
import io.caresettle.protocol.session.TerminalHandshake;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what arrives into frames, and refuses one that announces too much before it takes memory for
 * it. For any other, memory for the whole frame is taken when its length has been read.
 *
 * <p>What arrives goes straight into the frame: a line holds the frame that it is reading and no
 * more, whether it comes at once or byte by byte.
 */
final class FrameDecoder extends ByteToMessageDecoder {

  static final int PREFIX_BYTES = 4;

  /** An envelope, and the byte that says it is one. */
  static final int MAX_FRAME = EnvelopeHeader.MAX_ENVELOPE + 1;

  private int limit = TerminalHandshake.MAX_FRAME;
  private byte @Nullable [] frame;
  private int filled;

  /**
   * The other end has proved itself and may send envelopes. To be called on the line's event loop.
   */
  void sessionOpened() {
    limit = MAX_FRAME;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    byte[] reading = frame;
    if (reading == null) {
      if (in.readableBytes() < PREFIX_BYTES) {
        return;
      }
      reading = new byte[length(in)];
      frame = reading;
      filled = 0;
    }
    int arrived = Math.min(in.readableBytes(), reading.length - filled);
    in.readBytes(reading, filled, arrived);
    filled += arrived;
    if (filled == reading.length) {
      frame = null;
      out.add(reading);
    }
  }

  private int length(ByteBuf in) {
    long length = in.readUnsignedInt();
    if (length < 1 || length > limit) {
      in.skipBytes(in.readableBytes());
      throw new CorruptedFrameException(
          "A frame announced " + length + " bytes of at most " + limit);
    }
    return (int) length;
  }
}
