package io.caresettle.sim.pcsc;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * pcscd with two virtual slots, started for tests and ended by its own number, and the {@link
 * CardBox} with the cards. The driver listens to the whole network, so both live in a network of
 * their own where the machine allows it.
 */
final class ReaderService implements AutoCloseable {

  static final String SOCIAL = "Virtual PCD 00 00";
  static final String PSAM = "Virtual PCD 00 01";
  private static final int SOCIAL_PORT = 35963;
  private static final int PSAM_PORT = 35964;

  private static final Path DRIVER = Path.of("/etc/reader.conf.d/vpcd");
  private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");

  private final boolean apart;
  private Process daemon;
  private final Process box;
  private final Writer toBox;
  private final BufferedReader fromBox;

  private ReaderService(List<String> options) throws IOException {
    apart = networkOfItsOwn();
    daemon = startDaemon(apart, options);
    box = java(List.of(), CardBox.class.getName());
    toBox = new OutputStreamWriter(box.getOutputStream(), StandardCharsets.UTF_8);
    fromBox =
        new BufferedReader(new InputStreamReader(box.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Skips the test where there is no pcscd; fails it where devices are compulsory. */
  static ReaderService startOrSkip(String... options) {
    String missing = missing();
    if (!missing.isEmpty() && "required".equals(System.getenv("CARESETTLE_DEVICES"))) {
      fail("The reader service is compulsory here: " + missing);
    }
    if (!missing.isEmpty()) {
      System.out.println("Skipped, cards over PC/SC: " + missing);
    }
    Assumptions.assumeTrue(missing.isEmpty(), missing);
    try {
      return new ReaderService(List.of(options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String missing() {
    if (program("pcscd").isEmpty()) {
      return "needs pcscd (Debian: pcscd); there is none";
    }
    if (!Files.isRegularFile(DRIVER)) {
      return "needs virtual readers (Debian: vsmartcard-vpcd); there are none";
    }
    return answers() ? "a pcscd runs here that is not the tests' own" : "";
  }

  /** Where a program lies; empty when it is not installed. */
  static String program(String name) {
    String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
    for (String folder : path.split(File.pathSeparator)) {
      Path file = Path.of(folder, name);
      if (Files.isExecutable(file)) {
        return file.toString();
      }
    }
    return "";
  }

  private static boolean networkOfItsOwn() {
    if (program("unshare").isEmpty() || program("nsenter").isEmpty() || program("ip").isEmpty()) {
      return false;
    }
    try {
      Process tried =
          new ProcessBuilder("unshare", "-n", "ip", "link", "set", "lo", "up")
              .redirectErrorStream(true)
              .start();
      tried.getInputStream().readAllBytes();
      return tried.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Process startDaemon(boolean apart, List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    if (apart) {
      command.addAll(List.of("unshare", "-n", "sh", "-c", "ip link set lo up && exec \"$@\"", "-"));
    }
    command.addAll(List.of(program("pcscd"), "--foreground"));
    command.addAll(options);
    Process started =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    awaitService(started);
    return started;
  }

  private static void awaitService(Process started) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!answers()) {
      assertTrue(started.isAlive(), "pcscd ended as soon as it was started");
      assertTrue(System.nanoTime() - until < 0, "pcscd does not answer");
      Thread.onSpinWait();
    }
  }

  private static boolean answers() {
    if (!Files.exists(SOCKET)) {
      return false;
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(SOCKET));
    } catch (IOException e) {
      return false;
    }
  }

  /** A Java program of this build in the readers' network; its errors go to ours. */
  Process java(List<String> options, String... main) throws IOException {
    List<String> command = new ArrayList<>();
    if (apart) {
      command.addAll(List.of("nsenter", "-n", "-t", Long.toString(daemon.pid())));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(main));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Puts one of the bundled cards into the social slot; "NAME+PIN" gives it a PIN. */
  void insert(String card) {
    tell("insert " + SOCIAL_PORT + " " + card);
  }

  void insertPsam() {
    tell("insert " + PSAM_PORT + " psam");
  }

  void removePsam() {
    tell("remove " + PSAM_PORT);
  }

  void remove() {
    tell("remove " + SOCIAL_PORT);
  }

  void removeAfter(int commands) {
    tell("remove-after " + SOCIAL_PORT + " " + commands);
  }

  void silence() {
    tell("silence " + SOCIAL_PORT);
  }

  boolean holdsRights() {
    return Boolean.parseBoolean(tell("rights " + SOCIAL_PORT));
  }

  int commandsReceived() {
    return Integer.parseInt(tell("commands " + SOCIAL_PORT));
  }

  private String tell(String line) {
    try {
      toBox.write(line + "\n");
      toBox.flush();
      String answer = fromBox.readLine();
      assertTrue(answer != null && answer.startsWith("ok"), () -> line + ": " + answer);
      return answer == null ? "" : answer.substring(3);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the daemon by its own number; the cards fall out. */
  void stop() {
    daemon.destroy();
    try {
      if (!daemon.waitFor(10, TimeUnit.SECONDS)) {
        daemon.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    box.destroy();
    stop();
    try {
      box.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
