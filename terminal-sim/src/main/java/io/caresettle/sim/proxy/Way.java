package io.caresettle.sim.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One direction of a line: what passes, in order, and what happens to it. On the line's thread. */
final class Way {

  private static final int MOST_HELD = 1 << 20;
  private static final Duration ALONE = Duration.ofSeconds(1);

  /** Bytes that go on when it is their turn; none at all is the end of the line. */
  private record Turn(Duration before, ByteBuf bytes) {

    int size() {
      return bytes.readableBytes();
    }
  }

  private final Channel from;
  private final Channel to;
  private final Deque<Turn> turns = new ArrayDeque<>();
  private Optional<Piece> swapped = Optional.empty();
  private int held;
  private int bytesPerSecond;
  private boolean cut;
  private boolean waiting;

  Way(Channel from, Channel to) {
    this.from = from;
    this.to = to;
  }

  /** Passes {@code piece} on, once all before it has passed. */
  void pass(Piece piece, Duration before) {
    add(before, piece.bytes());
    takeBack();
  }

  void passTwice(Piece piece) {
    ByteBuf again = piece.bytes().retainedDuplicate();
    pass(piece, Duration.ZERO);
    add(Duration.ZERO, again);
  }

  /** Keeps {@code piece} until the next one has passed. */
  void swapWithNext(Piece piece) {
    takeBack();
    swapped = Optional.of(piece);
    var unused =
        from.eventLoop()
            .schedule(
                () -> {
                  if (swapped.filter(piece::equals).isPresent()) {
                    takeBack();
                  }
                },
                ALONE.toMillis(),
                TimeUnit.MILLISECONDS);
  }

  private void takeBack() {
    Optional<Piece> piece = swapped;
    swapped = Optional.empty();
    piece.ifPresent(p -> add(Duration.ZERO, p.bytes()));
  }

  void passInParts(Piece piece, int bytes, Duration pause) {
    ByteBuf all = piece.bytes();
    while (all.isReadable()) {
      add(pause, all.readRetainedSlice(Math.min(bytes, all.readableBytes())));
    }
    all.release();
    takeBack();
  }

  /** Nothing passes any more, and nobody is told. */
  void cut() {
    cut = true;
    drop();
  }

  /** Whoever was to get it has gone: what is held goes nowhere. */
  void drop() {
    turns.forEach(turn -> turn.bytes().release());
    turns.clear();
    swapped.ifPresent(piece -> piece.bytes().release());
    swapped = Optional.empty();
    held = 0;
  }

  void throttle(int rate) {
    bytesPerSecond = rate;
  }

  /** The sender has ended: so does the line, once everything of it has arrived. */
  void ended() {
    takeBack();
    if (!cut) {
      add(Duration.ZERO, Unpooled.EMPTY_BUFFER);
    }
  }

  private void add(Duration before, ByteBuf bytes) {
    if (cut || !to.isActive()) {
      bytes.release();
      return;
    }
    turns.add(new Turn(before, bytes));
    held += bytes.readableBytes();
    if (held > MOST_HELD) {
      from.config().setAutoRead(false);
    }
    go();
  }

  private void go() {
    while (!waiting && !turns.isEmpty()) {
      Turn turn = turns.element();
      Duration wait = turn.before().plus(atItsRate(turn.size()));
      if (wait.isZero()) {
        take();
      } else {
        waiting = true;
        var unused =
            from.eventLoop()
                .schedule(
                    () -> {
                      waiting = false;
                      take();
                      go();
                    },
                    wait.toNanos(),
                    TimeUnit.NANOSECONDS);
      }
    }
  }

  private void take() {
    if (turns.isEmpty()) {
      return; // Dropped in the meantime.
    }
    Turn turn = turns.remove();
    held -= turn.size();
    if (held <= MOST_HELD / 2) {
      from.config().setAutoRead(true);
    }
    var unused = turn.size() == 0 ? to.close() : to.writeAndFlush(turn.bytes());
  }

  private Duration atItsRate(int bytes) {
    return bytesPerSecond == 0
        ? Duration.ZERO
        : Duration.ofNanos(TimeUnit.SECONDS.toNanos(bytes) / bytesPerSecond);
  }

  /** A piece of which one byte is another; its length stays. */
  static Piece corrupted(Piece piece) {
    ByteBuf copy = Unpooled.copiedBuffer(piece.bytes());
    piece.bytes().release();
    int last = copy.readableBytes() - 1;
    int at = Math.max(piece.prefix(), last / 2);
    if (at <= last) {
      copy.setByte(at, copy.getByte(at) ^ 0x20);
    }
    return new Piece(piece.name(), copy, piece.prefix());
  }
}
