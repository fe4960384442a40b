package io.caresettle.protocol.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.envelope.EnvelopeHeader;
import io.caresettle.protocol.session.Ends;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.CorruptedFrameException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The memory that a frame takes until its message is open")
class FrameCostTests {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Header, names, nonce, decoder and channel: what does not grow with the frame. */
  private static final long OVERHEAD = 4 * 1024;

  private static final int TIMES = 20;

  private final Ends ends = new Ends();

  @ParameterizedTest
  @ValueSource(ints = {0, 370, 4_096, 65_536, EnvelopeHeader.MAX_PAYLOAD})
  void isAtMostTwiceItsLength(int payload) {
    Ends.Pair pair = ends.session(1);
    long least = Long.MAX_VALUE;
    long length = 0;
    for (int i = 0; i < TIMES; i++) {
      byte[] frame = pair.till().seal(9, "M-1", "M-0", 1, new byte[payload]);
      length = frame.length;
      Feed feed = new Feed(frame.length, frame);
      feed.decoder.sessionOpened();
      feed.prepare(16 * 1024);
      long before = allocated();
      feed.pour();
      byte[] received = feed.channel.readInbound();
      int size = pair.centre().open(received).payload().size();
      least = Math.min(least, allocated() - before);
      assertEquals(payload, size);
      feed.close();
    }
    isAtMostTwice("A frame", length, least - theCiphersOwn(payload));
  }

  @ParameterizedTest
  @ValueSource(ints = {370, 65_536, EnvelopeHeader.MAX_PAYLOAD})
  void isAtMostTwiceItsLengthWhenItDoesNotOpen(int payload) {
    long least = Long.MAX_VALUE;
    long length = 0;
    for (int i = 0; i < TIMES; i++) {
      Ends.Pair pair = ends.session(1);
      pair.centre().open(pair.till().seal(9, "M-1", "M-0", 1, new byte[payload]));
      byte[] frame = pair.till().seal(9, "M-1", "M-0", 1, new byte[payload]);
      frame[frame.length - 1] ^= 1;
      length = frame.length;
      long before = allocated();
      assertThrows(NotAuthentic.class, () -> pair.centre().open(frame));
      least = Math.min(least, allocated() - before);
    }
    isAtMostTwice("A frame that does not open", length, least - theCiphersOwn(payload));
  }

  /**
   * What BouncyCastle's GCM throws away while it decrypts into an array that is there already: 32
   * bytes for each block of 16, none of which outlives its block.
   */
  private static long theCiphersOwn(int payload) {
    byte[] nonce = new byte[12];
    byte[] sealed = new byte[payload + 16];
    byte[] plain = new byte[payload];
    GCMModeCipher gcm = GCMBlockCipher.newInstance(new SM4Engine());
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TIMES; i++) {
      gcm.init(false, new AEADParameters(new KeyParameter(new byte[16]), 128, nonce));
      long before = allocated();
      int done = gcm.processBytes(sealed, 0, sealed.length, plain, 0);
      least = Math.min(least, allocated() - before);
      assertEquals(payload / 16 * 16, done);
    }
    return least;
  }

  private static void isAtMostTwice(String what, long length, long took) {
    System.out.println(what + " of " + length + " bytes took " + took);
    assertTrue(took <= 2 * length + OVERHEAD, "took " + took + " for " + length);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, -1, EnvelopeHeader.MAX_ENVELOPE + 2})
  void isNothingForOneThatAnnouncesTooMuch(int announced) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TIMES; i++) {
      Feed feed = new Feed(announced, new byte[0]);
      feed.decoder.sessionOpened();
      feed.prepare(4);
      long before = allocated();
      assertThrows(CorruptedFrameException.class, feed::pour);
      least = Math.min(least, allocated() - before);
      feed.close();
    }
    assertTrue(least <= OVERHEAD, "took " + least);
  }

  /** Byte by byte: the largest that a stranger may send. */
  @Test
  void doesNotGrowWhenItDrips() {
    byte[] frame = new byte[512];
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TIMES; i++) {
      Feed feed = new Feed(frame.length, frame);
      feed.prepare(1);
      feed.pour(0, 10);
      long before = allocated();
      feed.pour(10, feed.pieces.length);
      least = Math.min(least, allocated() - before);
      byte[] received = feed.channel.readInbound();
      assertEquals(frame.length, received.length);
      feed.close();
    }
    // The channel's own, for each of 506 calls of the test.
    long channel = 506 * 24L;
    isAtMostTwice("A dripping frame", frame.length, least - channel);
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** A line that brings one frame, with every buffer on the heap, where it is counted. */
  private static final class Feed {
    final FrameDecoder decoder = new FrameDecoder();
    final EmbeddedChannel channel = new EmbeddedChannel(decoder);
    private final byte[] bytes;
    private ByteBuf[] pieces = {};

    Feed(int announced, byte[] frame) {
      channel.config().setAllocator(new UnpooledByteBufAllocator(false));
      bytes = ByteBuffer.allocate(4 + frame.length).putInt(announced).put(frame).array();
    }

    /** What the network has read is there before anything is measured. */
    void prepare(int size) {
      pieces = new ByteBuf[(bytes.length + size - 1) / size];
      for (int i = 0; i < pieces.length; i++) {
        int at = i * size;
        pieces[i] = Unpooled.wrappedBuffer(bytes, at, Math.min(size, bytes.length - at));
      }
    }

    void pour() {
      pour(0, pieces.length);
    }

    void pour(int from, int to) {
      for (int i = from; i < to; i++) {
        channel.writeInbound(Objects.requireNonNull(pieces[i]));
      }
    }

    void close() {
      channel.finishAndReleaseAll();
    }
  }
}
