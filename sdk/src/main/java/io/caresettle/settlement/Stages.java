package io.caresettle.settlement;

import io.caresettle.centre.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

/** What comes later, for those who wait for it and for those who do not. */
final class Stages {

  private Stages() {}

  /** The value, or what went wrong; waits for it, whoever interrupts. */
  static <T> T result(CompletableFuture<T> found) {
    try {
      return found.join();
    } catch (CompletionException e) {
      throw thrown(e.getCause() == null ? e : e.getCause());
    }
  }

  /**
   * What the line tells; not when whoever waits is interrupted. For what moves no money: such a
   * call leaves nothing behind.
   */
  static <T> Reply<T> reply(CompletableFuture<Reply<T>> told) {
    try {
      return told.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.NoAnswer<>("the waiting was interrupted");
    } catch (ExecutionException e) {
      throw thrown(e.getCause() == null ? e : e.getCause());
    }
  }

  /** What was thrown, so that it can be thrown again. */
  static RuntimeException thrown(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException known ? known : new CompletionException(e);
  }

  /** The same for a caller, whose continuation must hold up nobody's bill. */
  static <T> CompletableFuture<T> told(CompletableFuture<T> found, Turns turns) {
    CompletableFuture<T> told = new CompletableFuture<>();
    var unused =
        found.whenComplete(
            (value, e) ->
                soon(
                    turns,
                    () -> {
                      if (e == null) {
                        told.complete(value);
                      } else {
                        told.completeExceptionally(e);
                      }
                    }));
    return told;
  }

  private static void soon(Turns turns, Runnable task) {
    try {
      turns.now(task);
    } catch (RejectedExecutionException e) {
      // All is closing, and whoever waits is to know it all the same.
      task.run();
    }
  }
}
