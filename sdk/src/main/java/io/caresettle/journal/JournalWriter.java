package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The one thread that owns the one connection. Whatever waits is done in one transaction, and
 * nobody hears of it before the commit.
 */
final class JournalWriter {

  /** Something to do on the connection, inside the transaction. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private static final int QUEUE = 1024;
  private static final int GROUP = 256;

  private record Job<T>(Work<T> work, CompletableFuture<T> done) {}

  private record Finished<T>(CompletableFuture<T> done, T value) {
    void tell() {
      done.complete(value);
    }
  }

  private final BlockingQueue<Job<?>> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Connection connection;
  private final int opening;
  private final Thread thread;

  /** Behind the gate lies the end of the queue: nothing follows {@link #last}. */
  private final Object gate = new Object();

  private final Job<Boolean> last = new Job<>(c -> true, new CompletableFuture<>());
  private boolean closed;

  JournalWriter(Connection connection, int opening, String name) {
    this.connection = connection;
    this.opening = opening;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits for {@code work} to be done and durable, not interruptibly.
   *
   * @throws JournalUnavailable when it is not, or the journal is suspect since earlier
   */
  <T> T await(Work<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    synchronized (gate) {
      if (closed) {
        throw new JournalUnavailable("The journal is closed: open the terminal again");
      }
      put(new Job<>(work, done));
    }
    try {
      return done.join();
    } catch (CompletionException e) {
      throw new JournalUnavailable(
          "The journal cannot keep records any more: make no new settlement on this machine, look at"
              + " its disk, then start the terminal again",
          e);
    }
  }

  private void put(Job<?> job) {
    boolean interrupted = false;
    while (true) {
      try {
        queue.put(job);
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Does what still waits, then ends the thread and closes the connection. */
  void close() {
    synchronized (gate) {
      if (!closed) {
        closed = true;
        put(last);
      }
    }
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    List<Job<?>> group = new ArrayList<>();
    Throwable suspect = null;
    while (!group.contains(last)) {
      group.clear();
      try {
        group.add(queue.take());
      } catch (InterruptedException e) {
        // Nobody outside knows this thread; an interrupt can only be a stray one.
        continue;
      }
      queue.drainTo(group, GROUP - 1);
      if (suspect == null) {
        try {
          commit(group).forEach(Finished::tell);
          continue;
        } catch (SQLException | RuntimeException | Error e) {
          // Also what no code can mend, such as memory that is used up: whoever waits here must
          // hear
          // of it, for nobody else would ever wake them.
          suspect = e;
        }
      }
      for (Job<?> job : group) {
        job.done().completeExceptionally(suspect);
      }
    }
    closeConnection();
  }

  private List<Finished<?>> commit(List<Job<?>> group) throws SQLException {
    List<Finished<?>> finished = new ArrayList<>(group.size());
    execute("BEGIN IMMEDIATE");
    try {
      checkOpening();
      for (Job<?> job : group) {
        finished.add(perform(job));
      }
      execute("COMMIT");
      return finished;
    } catch (SQLException | RuntimeException e) {
      try {
        execute("ROLLBACK");
      } catch (SQLException rollback) {
        e.addSuppressed(rollback);
      }
      if (e instanceof RuntimeException) {
        throw new SQLException("A record could not be read or written", e);
      }
      throw e;
    }
  }

  private <T> Finished<T> perform(Job<T> job) throws SQLException {
    return new Finished<>(job.done(), job.work().on(connection));
  }

  /** Somebody who got past the lock has counted one up; from then on we must not write. */
  private void checkOpening() throws SQLException {
    if (Schema.number(connection, "SELECT opening FROM life") != opening) {
      throw new SQLException("The journal was opened by another process");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void closeConnection() {
    try {
      connection.close();
    } catch (SQLException e) {
      // Every record that anyone was told of is committed; the next opening recovers the file.
      return;
    }
  }
}
