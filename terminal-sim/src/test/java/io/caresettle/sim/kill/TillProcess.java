package io.caresettle.sim.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link DoomedTill} as the test holds it: exactly this process, and what it said. */
final class TillProcess implements AutoCloseable {

  private static final Duration MOST = Duration.ofSeconds(60);
  private static final String END = "(the till ended)";

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> said = new ArrayList<>();

  private TillProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "till-output");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a till on this journal.
   *
   * @param standStillAfter a kind of record, or any other word where it is never to stand still
   */
  static TillProcess start(int port, Path journal, String standStillAfter, Duration patience) {
    try {
      return new TillProcess(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  DoomedTill.class.getName(),
                  Integer.toString(port),
                  journal.toString(),
                  standStillAfter,
                  Long.toString(patience.toMillis()))
              .redirectErrorStream(true)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("The till cannot be started", e);
    }
  }

  private void read() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add("Its output broke: " + e.getMessage());
    }
    lines.add(END);
  }

  /** Waits until the till has said exactly this, and fails when it ended before. */
  void awaitLine(String wanted) {
    long end = System.nanoTime() + MOST.toNanos();
    try {
      while (true) {
        String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (line == null || line.equals(END)) {
          throw new AssertionError("The till never said " + wanted + " but " + said);
        }
        said.add(line);
        if (line.equals(wanted)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for " + wanted, e);
    }
  }

  /** Kills it as a power cut would, and waits until it is dead. */
  void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("The till cannot be killed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while killing the till", e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
