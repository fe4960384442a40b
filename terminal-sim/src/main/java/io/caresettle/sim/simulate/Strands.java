package io.caresettle.sim.simulate;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Calls that block, in virtual time: each has a thread of its own, of which one at most runs, and
 * only while the agenda waits for it. So there is one order of all things, as without threads.
 */
final class Strands implements AutoCloseable {

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "caresettle-strand");
            thread.setDaemon(true);
            return thread;
          });

  private static final ThreadLocal<@Nullable Strand> CURRENT = new ThreadLocal<>();

  private final Agenda agenda;
  private final Set<Strand> alive = new LinkedHashSet<>();
  private boolean closed;

  Strands(Agenda agenda) {
    this.agenda = agenda;
  }

  /** Begins each task soon, unless {@code life} is over by then. */
  Executor of(Life life) {
    return task -> {
      var unused =
          agenda.after(
              Duration.ZERO,
              life,
              () -> {
                Strand strand = new Strand(life, task);
                alive.add(strand);
                strand.resume();
              });
    };
  }

  /** The strand whose thread asks; empty on the agenda's own. */
  static Optional<Strand> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Whoever waits still is told that its process ended. */
  @Override
  public void close() {
    closed = true;
    for (Strand strand : Set.copyOf(alive)) {
      strand.resume();
    }
  }

  /** One call on its way. */
  final class Strand {
    private final Life life;
    private final Runnable task;
    private final Semaphore mayRun = new Semaphore(0);
    private final Semaphore stands = new Semaphore(0);
    private boolean begun;
    private boolean waiting;
    private Optional<Throwable> thrown = Optional.empty();

    private Strand(Life life, Runnable task) {
      this.life = life;
      this.task = task;
    }

    /** Lets it run until it waits again or ends; to be called by the agenda alone. */
    void resume() {
      if (begun && !waiting) {
        return;
      }
      if (begun) {
        mayRun.release();
      } else {
        begun = true;
        THREADS.execute(this::whole);
      }
      stands.acquireUninterruptibly();
      if (thrown.isPresent()) {
        Throwable what = thrown.get();
        thrown = Optional.empty();
        if (what instanceof ProcessEnded && (closed || life.isOver())) {
          return;
        }
        if (what instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) what;
      }
    }

    private void whole() {
      CURRENT.set(this);
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        thrown = Optional.of(e);
      } finally {
        CURRENT.remove();
        alive.remove(this);
        stands.release();
      }
    }

    /** Waits until somebody resumes it. */
    void await() {
      waiting = true;
      stands.release();
      mayRun.acquireUninterruptibly();
      waiting = false;
      if (closed || life.isOver()) {
        throw new ProcessEnded();
      }
    }
  }
}
