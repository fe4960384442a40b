package io.caresettle.sim.pcsc;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.caresettle.credential.card.pcsc.PcscReaders;
import io.caresettle.credential.card.pcsc.PcscSlot;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
  private final List<String> options;
  private final Process box;
  private Process daemon;
  private final Writer toBox;
  private final BufferedReader fromBox;

  private ReaderService(List<String> options) throws IOException {
    this.options = options;
    apart = networkOfItsOwn();
    List<String> command = new ArrayList<>();
    if (apart) {
      command.addAll(List.of("unshare", "-n", "sh", "-c", "ip link set lo up && exec \"$@\"", "-"));
    }
    command.addAll(java(CardBox.class.getName()));
    box = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    toBox = new OutputStreamWriter(box.getOutputStream(), StandardCharsets.UTF_8);
    fromBox =
        new BufferedReader(new InputStreamReader(box.getInputStream(), StandardCharsets.UTF_8));
    listen("ready");
    daemon = startDaemon();
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
    for (String folder : path.split(File.pathSeparator, -1)) {
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
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return Stories.ended(tried, "unshare") == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Process startDaemon() throws IOException {
    List<String> command = new ArrayList<>(List.of(program("pcscd"), "--foreground"));
    command.addAll(options);
    Process started =
        inside(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    awaitService(started);
    return started;
  }

  /** A program in the readers' network. */
  ProcessBuilder inside(List<String> program) {
    List<String> command = new ArrayList<>();
    if (apart) {
      command.addAll(List.of("nsenter", "-n", "-t", Long.toString(box.pid())));
    }
    command.addAll(program);
    return new ProcessBuilder(command);
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

  /** A Java program of this build. */
  static List<String> java(String... optionsAndMain) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx128m"));
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(optionsAndMain));
    return command;
  }

  /**
   * Puts a bundled card into the social slot; "NAME:2.00" is its ancestor of that generation,
   * "NAME:steady" repeats its challenges, "NAME:plain" can die.
   */
  void insert(String card) {
    insert(SOCIAL, SOCIAL_PORT, card);
  }

  void insertPsam() {
    insert(PSAM, PSAM_PORT, "psam");
  }

  /**
   * Takes out what is there and puts another in. A card that the daemon overlooks is put in again;
   * see {@link #awaitLook}.
   */
  private void insert(String reader, int port, String card) {
    try (PcscSlot slot = PcscReaders.ofThisMachine().open(reader)) {
      for (int tries = 0; tries < 5; tries++) {
        tell("remove " + port);
        assertTrue(slot.awaitRemoval(Stories.SOON), "a card that was removed is still seen");
        tell("insert " + port + " " + card);
        if (slot.awaitCard(Duration.ofMillis(1_500))) {
          return;
        }
      }
      fail("a card that was inserted is not seen");
    }
  }

  /**
   * Waits until the daemon looked for cards once more: it does so every 0.4 s, tells nobody, and
   * overlooks a card that was changed in between, which no hand is quick enough for.
   */
  static void awaitLook() {
    LockSupport.parkNanos(Duration.ofMillis(450).toNanos());
  }

  /** A second patient's card, where otherwise the PSAM is. */
  void insertSecond(String card) {
    insert(PSAM, PSAM_PORT, card);
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

  /** The card wants another length of every PIN and of the reader's proof. */
  void wantAnotherLength() {
    tell("another-length " + SOCIAL_PORT);
  }

  /** How many commands with data and of this instruction reached the card. */
  int received(String instruction) {
    return Integer.parseInt(tell("received " + SOCIAL_PORT + " " + instruction));
  }

  /** The card dies in its slot. */
  void die() {
    tell("die " + SOCIAL_PORT);
  }

  boolean isIn() {
    return Boolean.parseBoolean(tell("in " + SOCIAL_PORT));
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
      return listen(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String listen(String after) {
    String answer = Stories.line(fromBox, "the box of cards, told to " + after);
    assertTrue(answer.startsWith("ok"), () -> after + ": " + answer);
    return answer.substring(3);
  }

  /** Starts the daemon anew, with no card in its slots. */
  void startAgain() {
    try {
      daemon = startDaemon();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the daemon by its own number; the cards fall out. */
  void stop() {
    end(daemon, "pcscd");
  }

  @Override
  public void close() {
    end(box, "the box of cards");
    stop();
  }

  private static void end(Process program, String name) {
    program.destroy();
    try {
      if (!program.waitFor(10, TimeUnit.SECONDS)) {
        program.destroyForcibly();
        Stories.ended(program, name + ", killed");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
