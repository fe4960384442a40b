package io.caresettle.gateway;

import io.caresettle.operator.Shift;
import io.caresettle.sdk.Counter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** An operator on duty with a counter of their own, where one thing is done after the other. */
final class Window {

  private final Shift shift;
  private final Counter counter;
  private final ReentrantLock busy = new ReentrantLock(true);

  Window(Shift shift, Counter counter) {
    this.shift = shift;
    this.counter = counter;
  }

  Shift shift() {
    return shift;
  }

  /** Does something at the counter when nothing else is being done there. */
  <T> T at(Duration within, Function<? super Counter, ? extends T> act) {
    boolean free;
    try {
      free = busy.tryLock(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      free = false;
    }
    if (!free) {
      throw Problem.of(
          503,
          "counter-busy",
          "program",
          "another request was at this counter all the while, and nothing was done: send it again");
    }
    try {
      return act.apply(counter);
    } finally {
      busy.unlock();
    }
  }

  @Override
  public String toString() {
    return "Window[" + shift + "]";
  }
}
