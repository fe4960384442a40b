package io.caresettle.protocol.link;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Somebody who wants to know whether there is a session. */
final class Reserving implements Dialler.Waiter {

  /** Empty when there is one. */
  private final CompletableFuture<Optional<Reply.NotSent>> known = new CompletableFuture<>();

  @Override
  public void found(Line line) {
    known.complete(Optional.of(Line.stuck()).filter(reason -> line.isStuck()));
  }

  @Override
  public void failed(Reply.NotSent reason) {
    known.complete(Optional.of(reason));
  }

  /** Waits until it is known, or as long as {@code deadline}; empty if there is a session. */
  Optional<Reply.NotSent> await(Duration deadline, Dialler dialler) {
    try {
      return known.get(Waits.nanos(deadline), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      failed(Endings.deadlineBefore(dialler.lastFailure()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failed(Endings.INTERRUPTED_BEFORE);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A reservation always ends with a word", e);
    }
    return known.join();
  }
}
