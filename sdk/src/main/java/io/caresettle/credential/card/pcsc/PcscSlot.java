package io.caresettle.credential.card.pcsc;

import io.caresettle.credential.card.CardRemovedException;
import io.caresettle.credential.card.CardTransport;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A slot of a PC/SC reader. From the first command after a reset until the next reset no other
 * program gets at the card, unless no command comes for {@link PcscLimits#idle}: a slot is not held
 * while somebody thinks, types or waits for a network.
 *
 * <p>Every call ends within its limit. A card that stays silent counts as taken out; its thread is
 * left behind, and until that ends — when the card is out — each reset and command is answered at
 * once with the same. {@link #awaitRemoval} says when it is out. Beside what {@link CardTransport}
 * says, calls throw {@link DeviceFault}: READER_FAILED when the reader is gone or kept by another
 * program, READER_SERVICE_LOST when the service of the operating system is.
 *
 * <p>Each command reaches the card once, and status words 61xx and 6Cxx come back as they are; the
 * package's chapter says what that takes.
 */
public final class PcscSlot implements CardTransport {

  private static final Duration LOOK = Duration.ofMillis(50);

  /** The purse's. Refused here, too, where no session stands between a program and the card. */
  private static final int PURSE = 0xB0;

  private final String reader;
  private final Connections connections;
  private final PcscLimits limits;
  private @Nullable Line line;

  /** Left behind in a call on the card; there is one at most. */
  private @Nullable Line hung;

  private boolean closed;

  PcscSlot(String reader, Connections connections, PcscLimits limits) {
    this.reader = reader;
    this.connections = connections;
    this.limits = limits;
  }

  /** The reader's name. */
  public String reader() {
    return reader;
  }

  @Override
  public synchronized byte[] reset() throws CardRemovedException {
    requireNoHungCard();
    return renewed(() -> at(limits.power(), Seat::power));
  }

  @Override
  public synchronized byte[] transmit(byte[] command) throws CardRemovedException {
    if (command.length < 4) {
      throw new IllegalArgumentException("A command has at least its header of four bytes");
    }
    if ((command[0] & 0xFF) == PURSE) {
      throw new Misuse("A command of class B0 is sent to no card: it would move money on it");
    }
    requireNoHungCard();
    return at(limits.answer(), seat -> seat.transmit(command));
  }

  /** Waits until there is a card, for at most so long; false when there is none. */
  public boolean awaitCard(Duration atMost) {
    return await(true, atMost);
  }

  /** Waits until there is no card any more, for at most so long; false when there still is one. */
  public boolean awaitRemoval(Duration atMost) {
    return await(false, atMost);
  }

  /** Resets the card and gives the slot back. Another may be opened for the same reader. */
  @Override
  public synchronized void close() {
    closed = true;
    Line last = line;
    line = null;
    if (last != null) {
      try {
        last.close(limits.power());
      } catch (ExecutionException | TimeoutException e) {
        // Without power a card keeps no right, and a hung thread ends when it can.
      }
    }
  }

  /** An interrupt ends the wait early, and is kept. */
  private boolean await(boolean wanted, Duration atMost) {
    long until = System.nanoTime() + atMost.toNanos();
    while (true) {
      if (present() == wanted) {
        return true;
      }
      long left = until - System.nanoTime();
      if (left <= 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(this, Math.min(left, LOOK.toNanos()));
    }
  }

  private synchronized boolean present() {
    try {
      boolean present = renewed(() -> at(limits.answer(), Seat::present));
      if (!present) {
        requireReader();
      }
      return present;
    } catch (CardRemovedException e) {
      if (hung()) {
        return true; // A card that answers nobody is there until it is out.
      }
      throw Faults.readerFailed(reader, e);
    }
  }

  private boolean hung() {
    Line left = hung;
    return left != null && left.hangs();
  }

  /** Another thread would hang beside the one that does. */
  private void requireNoHungCard() throws CardRemovedException {
    Line left = hung;
    if (left == null || !left.hangs()) {
      hung = null;
      return;
    }
    if (left.waitsForOthers()) {
      throw Faults.readerTaken(reader, new TimeoutException("It still waits for the card"));
    }
    throw new CardRemovedException(
        "The card in '" + reader + "' still stays silent: take it out, then insert it again");
  }

  private interface Attempt<T> {
    T make() throws CardRemovedException;
  }

  /** A service that was restarted since the last time is no trouble to anybody. */
  private <T> T renewed(Attempt<T> attempt) throws CardRemovedException {
    try {
      return attempt.make();
    } catch (DeviceFault e) {
      if (e.kind() == DeviceFault.Kind.READER_SERVICE_LOST && connections.renew()) {
        return attempt.make();
      }
      throw e;
    }
  }

  private <T> T at(Duration limit, Line.SeatWork<T> work) throws CardRemovedException {
    Line now = line();
    try {
      return now.callAt(reader, limit, work);
    } catch (TimeoutException e) {
      if (!hung()) {
        line = null;
        hung = now;
        now.end();
      }
      if (now.waitsForOthers()) {
        throw Faults.readerTaken(reader, e);
      }
      throw new CardRemovedException(
          "The card in '" + reader + "' stays silent for " + limit.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw outcome(now, Faults.cause(e));
    }
  }

  /** What a failed call means; leaves no half of a card behind. */
  private CardRemovedException outcome(Line failed, Exception cause) {
    Failure failure = Failure.of(cause);
    if (failure == Failure.SERVICE_GONE) {
      line = null;
      failed.lose();
      throw Faults.serviceLost(connections.renew(), cause);
    }
    forgetCard(failed);
    requireReader();
    if (failure == Failure.CARD_TAKEN) {
      throw Faults.readerTaken(reader, cause);
    }
    if (failure == Failure.READER_GONE) {
      throw Faults.readerFailed(reader, cause);
    }
    return new CardRemovedException("No powered card in '" + reader + "'", cause);
  }

  private void forgetCard(Line at) {
    try {
      at.callAt(
          reader,
          limits.power(),
          seat -> {
            seat.leave();
            return true;
          });
    } catch (TimeoutException e) {
      line = null;
      hung = at;
      at.end();
    } catch (ExecutionException e) {
      // What cannot even be let go of shows in the next call.
    }
  }

  private void requireReader() {
    Line now = line();
    try {
      if (!now.call(limits.answer(), Provider.Connection::names).contains(reader)) {
        throw Faults.noReader(reader);
      }
    } catch (TimeoutException e) {
      line = null;
      now.end();
      throw Faults.readerFailed(reader, e);
    } catch (ExecutionException e) {
      Exception cause = Faults.cause(e);
      if (Failure.of(cause) == Failure.SERVICE_GONE) {
        line = null;
        now.lose();
        throw Faults.serviceLost(connections.renew(), cause);
      }
      throw Faults.readerFailed(reader, cause);
    }
  }

  private Line line() {
    if (closed) {
      throw new IllegalStateException("The slot was closed: open it again");
    }
    Line now = line;
    if (now == null) {
      now = new Line(connections, reader, limits.idle());
      line = now;
    }
    return now;
  }
}
