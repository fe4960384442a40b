package io.caresettle.protocol.link;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells a listener what happened, in order, on a thread that nothing else waits for. */
final class News implements AutoCloseable {

  private final LinkListener listener;
  private final ExecutorService teller;

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

  @Override
  public void close() {
    teller.shutdown();
  }

  /**
   * One daemon thread that ends when idle. What comes after its shutdown runs where it comes from.
   */
  static ExecutorService oneThread(String name) {
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
