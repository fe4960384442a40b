package io.caresettle.sim.proxy;

import io.caresettle.protocol.envelope.EnvelopeHeader;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Cuts what one end sends into pieces: frames, as long as it sends any, and otherwise whatever
 * came.
 */
final class Cutter extends ByteToMessageDecoder {

  private static final int PREFIX = 4;
  private static final int LONGEST = EnvelopeHeader.MAX_ENVELOPE + 1;

  private boolean frames = true;

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (frames && in.readableBytes() >= PREFIX) {
      long length = in.getUnsignedInt(in.readerIndex());
      // TLS begins with 16 03, HTTP with a letter: both would announce more than any frame has.
      frames = length >= 1 && length <= LONGEST;
      if (frames && in.readableBytes() >= PREFIX + length) {
        String name = FrameNames.of(in, in.readerIndex() + PREFIX);
        out.add(new Piece(name, in.readRetainedSlice((int) (PREFIX + length)), PREFIX));
        return;
      }
    }
    if (!frames) {
      out.add(new Piece(FaultText.BYTES, in.readRetainedSlice(in.readableBytes()), 0));
    }
  }
}
