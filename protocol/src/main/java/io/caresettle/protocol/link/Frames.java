package io.caresettle.protocol.link;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** What both ends of a line need of the network. */
final class Frames {

  private static final int MOST_GATHERED = 64;

  private Frames() {}

  /** The bytes of a frame on the line. */
  static ByteBuf encode(byte[] frame) {
    byte[] prefix = ByteBuffer.allocate(FrameDecoder.PREFIX_BYTES).putInt(frame.length).array();
    return Unpooled.wrappedBuffer(prefix, frame);
  }

  /**
   * Writes {@code bytes} behind everything that was given to this method before, by whichever
   * thread.
   *
   * <p>Never at once, even on the line's own thread: Netty would let that thread overtake the
   * others, and the sequences with it. And so nothing that a write may set off happens under the
   * caller's locks.
   */
  static void send(Channel line, ByteBuf bytes) {
    send(line, bytes, ChannelFutureListener.CLOSE_ON_FAILURE);
  }

  static void send(Channel line, byte[] frame) {
    send(line, encode(frame));
  }

  static void send(Channel line, ByteBuf bytes, ChannelFutureListener then) {
    try {
      line.eventLoop().execute(() -> line.writeAndFlush(bytes).addListener(then));
    } catch (RejectedExecutionException e) {
      // The thread that serves the line has ended, and the line with it: as good as a failed write.
      bytes.release();
    }
  }

  /** Begins to close; whoever has to know hears of it from the line's handler. */
  static void close(Channel line) {
    var unused = line.close();
  }

  /**
   * What lies above TLS on every line: answers that are ready together leave together, in one call
   * to the system instead of one each. What is alone leaves at once.
   */
  static ChannelHandler gathering() {
    return new FlushConsolidationHandler(MOST_GATHERED, true);
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

  /** Does {@code task} on the thread that serves {@code line}, after {@code time}. */
  static Future<?> later(Channel line, Runnable task, Duration time) {
    try {
      return line.eventLoop().schedule(task, Waits.nanos(time), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The thread has ended, and the line with it.
      return line.newSucceededFuture();
    }
  }
}
