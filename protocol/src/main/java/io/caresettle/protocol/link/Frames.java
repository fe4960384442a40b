package io.caresettle.protocol.link;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/** What both ends of a line need of the network. */
final class Frames {

  private Frames() {}

  /** The bytes of a frame on the line. */
  static ByteBuf encode(byte[] frame) {
    byte[] prefix = ByteBuffer.allocate(FrameDecoder.PREFIX_BYTES).putInt(frame.length).array();
    return Unpooled.wrappedBuffer(prefix, frame);
  }

  /** Writes {@code bytes}; a line on which that fails is of no use any more. */
  static void send(Channel line, ByteBuf bytes) {
    line.writeAndFlush(bytes).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
  }

  static void send(Channel line, byte[] frame) {
    send(line, encode(frame));
  }

  /** Begins to close; whoever has to know hears of it from the line's handler. */
  static void close(Channel line) {
    var unused = line.close();
  }

  static EventLoopGroup eventLoops(String name, int threads) {
    return new MultiThreadIoEventLoopGroup(
        threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
  }

  /** Ends the threads of {@code loops}; waits a little, unless one of them asks. */
  static void shutDown(EventLoopGroup loops) {
    boolean fromWithin = false;
    for (var loop : loops) {
      fromWithin |= loop.inEventLoop();
    }
    var ending = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    if (!fromWithin) {
      ending.awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
  }

  static InetSocketAddress requireLoopback(InetSocketAddress address) {
    if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          address
              + " is not a loopback address: between machines TLS must lie beneath this protocol");
    }
    return address;
  }
}
