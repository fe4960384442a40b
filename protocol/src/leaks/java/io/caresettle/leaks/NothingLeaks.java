package io.caresettle.leaks;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Fails a test run after which a buffer of Netty's was collected that nobody had given back.
 *
 * <p>Netty's detector only writes to a log, which nobody reads here. This one keeps what it would
 * have written, lets the collector run when all tests are done, and ends the process as failed.
 */
public final class NothingLeaks implements LauncherSessionListener {

  private static final int ROUNDS = 3;

  private final Detectors detectors = new Detectors();

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(detectors);
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    for (int round = 0; round < ROUNDS; round++) {
      collect();
      detectors.look();
    }
    if (!detectors.found.isEmpty()) {
      detectors.found.forEach(leak -> System.err.println("LEAKED: " + leak));
      throw new AssertionError(
          detectors.found.size() + " kinds of buffers were never released: see LEAKED above");
    }
  }

  /** Returns when the collector has run and said so. */
  private static void collect() {
    ReferenceQueue<Object> collected = new ReferenceQueue<>();
    var sentinel = new PhantomReference<>(new Object(), collected);
    try {
      for (int attempt = 0; attempt < 50; attempt++) {
        System.gc();
        if (collected.remove(100) == sentinel) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Detectors extends ResourceLeakDetectorFactory {
    private final List<Detector<?>> made = new CopyOnWriteArrayList<>();
    private final Set<String> found = ConcurrentHashMap.newKeySet();

    @Override
    @SuppressWarnings("deprecation")
    public <T> ResourceLeakDetector<T> newResourceLeakDetector(
        Class<T> resource, int samplingInterval, long maxActive) {
      Detector<T> detector = new Detector<>(resource, samplingInterval, found);
      made.add(detector);
      return detector;
    }

    void look() {
      made.forEach(Detector::look);
    }
  }

  private static final class Detector<T> extends ResourceLeakDetector<T> {
    private final Set<String> found;

    Detector(Class<?> resource, int samplingInterval, Set<String> found) {
      super(resource, samplingInterval);
      this.found = found;
    }

    /** A detector looks when it is given something to track. */
    @SuppressWarnings("unchecked")
    void look() {
      T nothing = (T) new Object();
      var tracker = trackForcibly(nothing);
      tracker.close(nothing);
    }

    @Override
    protected boolean needReport() {
      return true;
    }

    @Override
    protected void reportTracedLeak(String resourceType, String records) {
      found.add(resourceType + records);
    }

    @Override
    protected void reportUntracedLeak(String resourceType) {
      found.add(resourceType);
    }
  }
}
