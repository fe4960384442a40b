package io.caresettle.credential.card.pcsc;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.smartcardio.CardException;
import org.jspecify.annotations.Nullable;

/**
 * A thread with its connection to the reader service and, where it is for one reader, the card
 * there. Made anew once the service was lost or the thread hangs.
 */
final class Line {

  private final Connections connections;
  private final SlotThread thread;
  private volatile boolean lost;
  private volatile boolean givenUp;
  private volatile boolean through;

  // Of the thread alone.
  private Provider.@Nullable Connection connection;
  private @Nullable Seat made;

  /** For those who gave up waiting. */
  private volatile @Nullable Seat seat;

  Line(Connections connections, String reader, Duration idle) {
    this.connections = connections;
    this.thread = SlotThread.start("caresettle-reader-" + reader, idle, this::idle, this::finish);
  }

  /** Work that needs the connection. */
  interface Work<T> {
    T with(Provider.Connection connection) throws CardException;
  }

  /** Work at one reader. */
  interface SeatWork<T> {
    T with(Seat seat) throws CardException;
  }

  <T> T call(Duration limit, Work<T> work) throws ExecutionException, TimeoutException {
    return thread.call(limit, () -> work.with(connection()));
  }

  <T> T callAt(String reader, Duration limit, SeatWork<T> work)
      throws ExecutionException, TimeoutException {
    return thread.call(
        limit,
        () -> {
          Seat here = made;
          if (here == null) {
            here =
                new Seat(
                    reader, connection().terminal(reader), connections.repeat(), () -> givenUp);
            made = here;
            seat = here;
          }
          return work.with(here);
        });
  }

  boolean waitsForOthers() {
    Seat here = seat;
    return here != null && here.waitsForOthers();
  }

  /** The service is gone: this connection is nobody's any more. */
  void lose() {
    lost = true;
    connections.forget();
    thread.end();
  }

  /** Lets go of the card, gives the connection back and ends the thread. */
  void close(Duration limit) throws ExecutionException, TimeoutException {
    try {
      thread.call(
          limit,
          () -> {
            finish();
            return true;
          });
    } finally {
      thread.end();
    }
  }

  /**
   * Ends the thread, at once or whenever its hung call returns. What it was about to send is not
   * sent then.
   */
  void end() {
    givenUp = true;
    thread.end();
  }

  /** Whether the thread is still in a call that nobody waits for any more. */
  boolean hangs() {
    return !through;
  }

  private Provider.Connection connection() throws CardException {
    Provider.Connection mine = connection;
    if (mine == null) {
      mine = connections.take();
      connection = mine;
    }
    return mine;
  }

  private void idle() {
    if (made != null) {
      made.release();
    }
  }

  private void finish() {
    try {
      leave();
    } finally {
      through = true;
    }
  }

  private void leave() {
    if (lost) {
      return;
    }
    if (made != null) {
      made.leave();
      made = null;
    }
    if (connection != null) {
      connections.giveBack(connection);
      connection = null;
    }
  }
}
