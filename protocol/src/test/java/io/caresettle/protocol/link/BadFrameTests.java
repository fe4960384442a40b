package io.caresettle.protocol.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.fail;

import io.caresettle.protocol.ProtocolException;
import io.caresettle.protocol.Tier;
import io.caresettle.protocol.session.CentreHandshake;
import io.caresettle.protocol.session.CentreHandshake.Responded;
import io.caresettle.protocol.session.Ends;
import io.caresettle.protocol.session.TerminalHandshake;
import io.caresettle.protocol.session.TerminalHandshake.Confirmed;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.CorruptedFrameException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of frames that anybody may have sent")
class BadFrameTests {

  private static final int FRAMES = Tier.times(20_000, 1_000_000);

  private final Ends ends = new Ends();
  private final TerminalHandshake terminal = ends.terminal();
  private final byte[] hello = terminal.hello();
  private final Responded responded = ends.centre().respond(hello);
  private final byte[] response = responded.frame();
  private final Confirmed confirmed = terminal.confirm(response);
  private final byte[] ready = CentreHandshake.ready(ends.session(1).centre(), 0);
  private final byte[] message =
      ends.session(1).till().seal(9, "M-1", "M-0", 1, "3.50".getBytes(StandardCharsets.US_ASCII));
  private final List<byte[]> genuine =
      List.of(hello, response, confirmed.frame(), ready, message, message);

  @Test
  void noneIsTakenAndEachIsRefusedInOurWords() {
    Random random = Tier.random("random and mutated frames");
    Mutations mutations = new Mutations(random, genuine);
    CentreHandshake centre = ends.centre();
    int taken = 0;
    for (int i = 0; i < FRAMES; i++) {
      byte[] frame = mutations.next();
      boolean untouched = genuine.stream().anyMatch(one -> Arrays.equals(one, frame));
      Ends.Pair pair = ends.session(1);
      taken += refused(untouched, frame, () -> pair.centre().open(frame));
      taken += refused(untouched, frame, () -> pair.till().open(frame));
      taken += refused(untouched, frame, () -> terminal.confirm(frame));
      // A hello with another point or name is answered, since a centre cannot know better yet.
      mayBeAnswered(frame, () -> centre.respond(frame));
      taken += refused(untouched, frame, () -> responded.confirmedBy(frame));
    }
    System.out.println(FRAMES + " frames, " + taken + " takings of one that nobody had changed");
  }

  @Test
  void noneIsCutOutOfWhatArrivesUnlessItIsWhole() {
    Random random = Tier.random("random streams of frames");
    Mutations mutations = new Mutations(random, genuine);
    for (int i = 0; i < FRAMES; i++) {
      byte[] frame = mutations.next();
      int announced = announced(random, frame.length);
      boolean open = random.nextBoolean();
      int limit = open ? FrameDecoder.MAX_FRAME : TerminalHandshake.MAX_FRAME;
      List<byte[]> frames = new ArrayList<>();
      boolean refused = feed(random, announced, frame, open, frames);
      long length = announced & 0xffff_ffffL;
      assertEquals(length < 1 || length > limit || restIsRefused(frame, length, limit), refused);
      if (!refused && length <= frame.length) {
        assertArrayEquals(Arrays.copyOf(frame, (int) length), frames.get(0));
      }
    }
  }

  /** What follows a frame that was shorter than its bytes is read as another one. */
  private static boolean restIsRefused(byte[] frame, long length, int limit) {
    long at = length;
    while (at + FrameDecoder.PREFIX_BYTES <= frame.length) {
      long next = ByteBuffer.wrap(frame).getInt((int) at) & 0xffff_ffffL;
      if (next < 1 || next > limit) {
        return true;
      }
      at += FrameDecoder.PREFIX_BYTES + next;
    }
    return false;
  }

  private static int announced(Random random, int length) {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextInt();
      case 1 -> Integer.MAX_VALUE;
      case 2 -> random.nextInt(length + 1);
      default -> length;
    };
  }

  /** Feeds a frame in pieces, as a line may bring it; whether it was refused. */
  private static boolean feed(
      Random random, int announced, byte[] frame, boolean open, List<byte[]> frames) {
    FrameDecoder decoder = new FrameDecoder();
    EmbeddedChannel channel = new EmbeddedChannel(decoder);
    if (open) {
      decoder.sessionOpened();
    }
    byte[] bytes = ByteBuffer.allocate(4 + frame.length).putInt(announced).put(frame).array();
    List<ByteBuf> pieces = new ArrayList<>();
    boolean refused = false;
    try {
      for (int at = 0; at < bytes.length && !refused; ) {
        int next = Math.min(bytes.length, at + 1 + random.nextInt(200));
        ByteBuf piece = Unpooled.copiedBuffer(bytes, at, next - at);
        pieces.add(piece);
        at = next;
        channel.writeInbound(piece);
      }
    } catch (CorruptedFrameException e) {
      assertNull(e.getCause());
      refused = true;
    }
    for (byte[] one = channel.readInbound(); one != null; one = channel.readInbound()) {
      frames.add(one);
    }
    channel.finishAndReleaseAll();
    pieces.forEach(piece -> assertEquals(0, piece.refCnt(), "a piece that nobody gave back"));
    return refused;
  }

  private static int refused(boolean untouched, byte[] frame, Runnable step) {
    try {
      step.run();
    } catch (ProtocolException e) {
      assertNull(e.getCause());
      return 0;
    } catch (RuntimeException | Error e) {
      throw new AssertionError("Broke on " + HexFormat.of().formatHex(frame), e);
    }
    return untouched ? 1 : fail("Took " + HexFormat.of().formatHex(frame));
  }

  private static void mayBeAnswered(byte[] frame, Runnable step) {
    refused(true, frame, step);
  }
}
