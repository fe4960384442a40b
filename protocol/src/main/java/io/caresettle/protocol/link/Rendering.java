package io.caresettle.protocol.link;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;

/** How a sealed answer gets onto the line, or does not. */
@FunctionalInterface
interface Rendering {

  /**
   * Gives what is to be seen of {@code frame} to the line.
   *
   * @param then told on the line's event loop when the bytes are gone or the line is
   */
  void send(Channel line, byte[] frame, ChannelFutureListener then);

  static void whole(Channel line, byte[] frame, ChannelFutureListener then) {
    Frames.send(line, Frames.encode(frame), then);
  }

  static void firstHalf(Channel line, byte[] frame, ChannelFutureListener then) {
    ByteBuf whole = Frames.encode(frame);
    ByteBuf half = whole.slice(whole.readerIndex(), whole.readableBytes() / 2);
    Frames.send(
        line,
        half,
        written -> {
          then.operationComplete(written);
          Frames.close(line);
        });
  }

  static void withLastBitTurned(Channel line, byte[] frame, ChannelFutureListener then) {
    byte[] turned = frame.clone();
    turned[turned.length - 1] ^= 1;
    whole(line, turned, then);
  }
}
