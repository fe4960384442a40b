package io.caresettle.sim.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A child process as the test holds it: exactly this one, and all that it said. */
final class Victim implements AutoCloseable {

  private static final long MOST_SECONDS = 240;

  private final Process process;
  private final List<String> said = new ArrayList<>();
  private final Thread reader;
  private boolean ended;

  private Victim(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "victim-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts {@code program} as quickly as this machine can. */
  static Victim start(Class<?> program, String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(args));
    try {
      return new Victim(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("Its output broke: " + e.getMessage());
    }
    synchronized (this) {
      ended = true;
      notifyAll();
    }
  }

  private synchronized void add(String line) {
    said.add(line);
    notifyAll();
  }

  synchronized List<String> said() {
    return List.copyOf(said);
  }

  /** Waits until it has said {@code count} lines more that begin so; gives the last of them. */
  synchronized String await(String beginning, int count) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    int heard = 0;
    for (int i = said.size(); ; i++) {
      i = waitFor(i, beginning, end);
      if (said.get(i).startsWith(beginning) && ++heard == count) {
        return said.get(i);
      }
    }
  }

  /** The first line that begins so, whenever it was or will be said. */
  synchronized String first(String beginning) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    for (int i = 0; ; i++) {
      i = waitFor(i, beginning, end);
      if (said.get(i).startsWith(beginning)) {
        return said.get(i);
      }
    }
  }

  private int waitFor(int line, String beginning, long end) {
    while (said.size() <= line) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0 || ended) {
        throw new AssertionError("It never said " + beginning + " but " + said);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("Interrupted while waiting for " + beginning, e);
      }
    }
    return line;
  }

  void tell(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills it as a power cut would, and takes down what it had said. */
  void kill() {
    process.destroyForcibly();
    join();
  }

  /** Waits until it has ended by itself. */
  void join() {
    try {
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("It does not end, and said " + said());
      }
      reader.join(TimeUnit.SECONDS.toMillis(MOST_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while a child ends", e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
