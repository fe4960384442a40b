package io.caresettle.protocol.link;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells a listener what happened, in order, on a thread that nothing else waits for. */
final class News implements AutoCloseable {

  /** More news than this wait only for a listener that does not keep up. */
  private static final int MOST_HINTS = 4_096;

  private final LinkListener listener;
  private final ThreadPoolExecutor teller;

  News(LinkListener listener, String threadName) {
    this.listener = listener;
    this.teller = oneThread(threadName);
  }

  void tell(Consumer<LinkListener> news) {
    if (listener != LinkListener.NONE) {
      // A listener that throws is reported by its thread; the next news has another one.
      teller.execute(() -> news.accept(listener));
    }
  }

  /** Tells what may be left out when the listener does not keep up. */
  void hint(Consumer<LinkListener> news) {
    if (listener != LinkListener.NONE && teller.getQueue().size() < MOST_HINTS) {
      tell(news);
    }
  }

  @Override
  public void close() {
    teller.shutdown();
  }

  /**
   * One daemon thread that ends when idle. What comes after its shutdown runs where it comes from.
   */
  static ThreadPoolExecutor oneThread(String name) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DefaultThreadFactory(name, true),
            (task, pool) -> task.run());
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }
}
