package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that owns the one connection. Whatever waits is done in one transaction, and
 * nobody hears of it before the commit. What nobody waits for is held until something is forced
 * anyway, or a moment has passed.
 */
final class JournalWriter {

  private static final String IN_THE_WAY =
      "Another till of this journal holds what is to be written and does not give way: nothing was"
          + " kept, try again in half a minute, and look at the other till if it stays so";

  /** Something to do on the connection, inside the transaction. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;

    /** The numbers of the bills that it writes of. */
    default Collection<String> bills() {
      return List.of();
    }
  }

  /** What surrounds each transaction, on the writer's thread. */
  interface Guard {
    /** How a transaction begins, and whether this opening may still write. */
    void begin(Connection connection, boolean writes) throws SQLException;

    /** From now until the transaction ends, nobody else writes of {@code bills}. */
    void claim(Connection connection, SortedSet<String> bills) throws SQLException;

    /** All of it is durable. */
    void committed();

    /** None of it is. */
    void rolledBack();

    /** Whether what failed, and was undone as a whole, may be tried once more. */
    boolean again(SQLException failure, int tries);

    /** Whether it failed only because another till did not give way, and was undone as a whole. */
    boolean waitedInVain(SQLException failure);
  }

  /** Work that may not be done, and has written nothing: nobody else is concerned. */
  static final class Declined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Declined(String whatAndWhatToDo) {
      super(whatAndWhatToDo);
    }
  }

  private static final int QUEUE = 1024;
  private static final int GROUP = 256;

  /** So long what nobody waits for may be held. */
  private static final Duration MOMENT = Duration.ofMillis(100);

  /** What a job asks of the disk. */
  private enum Asks {
    NOTHING,
    /** To be forced with the next that is. */
    WITH_NEXT,
    NOW
  }

  private record Job<T>(Work<T> work, Asks asks, CompletableFuture<T> done) {

    boolean writes() {
      return asks != Asks.NOTHING;
    }

    /** What to tell whoever waits, once it is durable. */
    Runnable perform(Connection connection) throws SQLException {
      try {
        T value = work.on(connection);
        return () -> done.complete(value);
      } catch (Declined declined) {
        return () -> done.completeExceptionally(declined);
      }
    }
  }

  private final BlockingQueue<Job<?>> queue = new ArrayBlockingQueue<>(QUEUE);
  private final List<Job<?>> held = new ArrayList<>();
  private final Connection connection;
  private final Guard guard;
  private final Thread thread;
  private long heldUntil;

  /** Behind the gate lies the end of the queue: nothing follows {@link #last}. */
  private final Object gate = new Object();

  private final Job<Boolean> last = new Job<>(c -> true, Asks.NOTHING, new CompletableFuture<>());
  private boolean closed;

  JournalWriter(Connection connection, Guard guard, String name) {
    this.connection = PreparedOnce.on(connection);
    this.guard = guard;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits for {@code work} to be done and durable, not interruptibly.
   *
   * @throws JournalUnavailable when it is not, or the journal is suspect since earlier
   */
  <T> T write(Work<T> work) {
    return await(new Job<>(work, Asks.NOW, new CompletableFuture<>()));
  }

  /** Waits for {@code work}, which writes nothing; otherwise as {@link #write}. */
  <T> T read(Work<T> work) {
    return await(new Job<>(work, Asks.NOTHING, new CompletableFuture<>()));
  }

  /**
   * Does {@code work} before whatever is written next, in the same transaction, and waits for
   * nothing: once that is durable, so is this. Whoever only reads does not see it before.
   */
  void writeWithNext(Work<?> work) {
    enqueue(new Job<>(work, Asks.WITH_NEXT, new CompletableFuture<>()));
  }

  private void enqueue(Job<?> job) {
    synchronized (gate) {
      if (closed) {
        throw new JournalUnavailable("The journal is closed: open the terminal again");
      }
      put(job);
    }
  }

  private <T> T await(Job<T> job) {
    enqueue(job);
    try {
      return job.done().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Declined declined) {
        throw new JournalUnavailable(
            JournalUnavailable.Reason.OTHER_TILL, String.valueOf(declined.getMessage()), declined);
      }
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
        take(group);
      } catch (InterruptedException e) {
        // Nobody outside knows this thread; an interrupt can only be a stray one.
        continue;
      }
      if (group.isEmpty()) {
        continue;
      }
      if (suspect == null) {
        try {
          commit(group).forEach(Runnable::run);
          continue;
        } catch (SQLException | RuntimeException | Error e) {
          // Also what no code can mend, such as memory that is used up: whoever waits here must
          // hear of it, for nobody else would ever wake them.
          suspect = e;
        }
      }
      for (Job<?> job : group) {
        job.done().completeExceptionally(suspect);
      }
    }
    closeConnection();
  }

  /** What is done next, which may be nothing yet. */
  private void take(List<Job<?>> group) throws InterruptedException {
    Job<?> first =
        held.isEmpty()
            ? queue.take()
            : queue.poll(heldUntil - System.nanoTime(), TimeUnit.NANOSECONDS);
    List<Job<?>> came = new ArrayList<>();
    if (first != null) {
      came.add(first);
      queue.drainTo(came, GROUP - 1);
    }
    boolean forces =
        first == null
            || held.size() >= GROUP
            || came.contains(last)
            || came.stream().anyMatch(job -> job.asks() == Asks.NOW);
    if (forces) {
      group.addAll(held);
      held.clear();
      group.addAll(came);
      return;
    }
    if (held.isEmpty()) {
      heldUntil = System.nanoTime() + MOMENT.toNanos();
    }
    came.forEach(job -> (job.asks() == Asks.WITH_NEXT ? held : group).add(job));
  }

  private List<Runnable> commit(List<Job<?>> group) throws SQLException {
    for (int tries = 1; ; tries++) {
      try {
        return transact(group);
      } catch (SQLException e) {
        // What found no room or was in another's way was undone as a whole, unlike what failed.
        if (guard.waitedInVain(e)) {
          group.forEach(job -> job.done().completeExceptionally(new Declined(IN_THE_WAY)));
          return List.of();
        } else if (!guard.again(e, tries)) {
          throw e;
        }
      }
    }
  }

  private List<Runnable> transact(List<Job<?>> group) throws SQLException {
    List<Runnable> finished = new ArrayList<>(group.size());
    try {
      guard.begin(connection, group.stream().anyMatch(Job::writes));
      guard.claim(connection, bills(group));
      for (Job<?> job : group) {
        finished.add(job.perform(connection));
      }
      execute("COMMIT");
      guard.committed();
      return finished;
    } catch (SQLException | RuntimeException e) {
      guard.rolledBack();
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

  /** In one order at every till, so that no two wait for each other. */
  private static SortedSet<String> bills(List<Job<?>> group) {
    SortedSet<String> bills = new TreeSet<>();
    group.forEach(job -> bills.addAll(job.work().bills()));
    return bills;
  }

  private void execute(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
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
