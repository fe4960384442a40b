package io.caresettle.sim.simulate;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.sim.simulate.CallerBooks.Row;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * What one life of a caller has still to do about its rows; none of it outlives that life. Where
 * tills keep one journal, whoever is asked may be another till, which may end or answer no more.
 */
final class Tasks {

  private static final Duration SILENCE = Duration.ofMinutes(5);

  private final Till till;
  private final World world;
  private final Life life;
  private final Life process;
  private final Consumer<Row> recover;

  /**
   * @param recover goes on with a row whose task another till kept from being done
   */
  Tasks(Till till, Life life, Life process, Consumer<Row> recover) {
    this.till = till;
    this.world = till.world;
    this.life = life;
    this.process = process;
    this.recover = recover;
  }

  void later(Duration wait, Row row, Runnable task) {
    var unused = world.agenda.after(wait, life, guarded(row, task));
  }

  <T> void then(
      Row row,
      CompletionStage<T> stage,
      Consumer<? super T> good,
      Consumer<? super Throwable> bad) {
    boolean[] told = {false};
    var unused =
        stage.whenComplete(
            (value, e) ->
                guarded(
                        row,
                        () -> {
                          if (told[0]) {
                            return;
                          }
                          told[0] = true;
                          if (e == null) {
                            good.accept(value);
                          } else {
                            bad.accept(e);
                          }
                        })
                    .run());
    if (isShared() && !told[0]) {
      // Whoever was asked may end, and this program with its own till goes on.
      later(
          SILENCE,
          row,
          () -> {
            if (!told[0]) {
              told[0] = true;
              recover.accept(row);
            }
          });
    }
  }

  private boolean isShared() {
    return till.disk.owners().isPresent();
  }

  private Runnable guarded(Row row, Runnable task) {
    return () -> {
      if (life.isOver()) {
        return;
      }
      try {
        task.run();
      } catch (JournalUnavailable e) {
        // Where it is its own, the till ends by itself soon, and the next life asks again.
        if (isShared() && !life.isOver()) {
          recover.accept(row);
        }
      } catch (ProcessEnded e) {
        if (isShared() && !life.isOver()) {
          recover.accept(row);
        } else if (!process.isOver()) {
          throw e;
        }
      } catch (RuntimeException e) {
        world.chronicle.violation("a caller is told what it can expect", till.toString(), "" + e);
      }
    };
  }
}
