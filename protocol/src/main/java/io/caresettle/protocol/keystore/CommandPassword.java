package io.caresettle.protocol.keystore;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A password from the operating system's own store, by the command with which that system hands it
 * out: what it prints up to the first line end is the password.
 *
 * <p>{@link #ofThisSystem} knows the usual command of three systems. The JDK reaches none of these
 * stores itself: its Windows and macOS key stores take neither SM2 keys nor passwords.
 */
public final class CommandPassword implements PasswordSource {

  private static final int MOST_BYTES = 4096;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<String> command;
  private final Duration patience;

  private CommandPassword(List<String> command, Duration patience) {
    this.command = List.copyOf(command);
    this.patience = patience;
  }

  /** A password that {@code command}, a program and its arguments, prints within 30 seconds. */
  public static CommandPassword printedBy(List<String> command) {
    return printedBy(command, PATIENCE);
  }

  static CommandPassword printedBy(List<String> command, Duration patience) {
    if (command.isEmpty()) {
      throw new IllegalArgumentException("Name the program that prints the password");
    }
    return new CommandPassword(command, patience);
  }

  /**
   * A password that this system keeps for its user under {@code name}.
   *
   * <ul>
   *   <li>Windows: the file {@code <name>.dpapi} in the user's profile, made by {@code
   *       ConvertFrom-SecureString}, which only the same user on the same machine can open.
   *   <li>macOS: the keychain's generic password of the service {@code caresettle}, account {@code
   *       name}.
   *   <li>Linux: the secret service's item with the attributes {@code service caresettle, account
   *       name}, through {@code secret-tool}.
   * </ul>
   *
   * @param system as the property {@code os.name} names it
   * @param name letters, digits, dots and hyphens
   */
  public static CommandPassword ofThisSystem(String system, String name) {
    if (!name.matches("[A-Za-z0-9.-]{1,64}")) {
      throw new IllegalArgumentException(
          "The name of a kept password is 1 to 64 letters, digits, dots and hyphens");
    }
    if (system.startsWith("Windows")) {
      String script =
          "$s = Get-Content (Join-Path $env:USERPROFILE '%s.dpapi') | ConvertTo-SecureString;"
              + " [Console]::OutputEncoding = [Text.Encoding]::UTF8;"
              + " [Console]::Out.Write((New-Object Net.NetworkCredential('', $s)).Password)";
      return printedBy(
          List.of(
              "powershell", "-NoProfile", "-NonInteractive", "-Command", script.formatted(name)));
    }
    return system.startsWith("Mac")
        ? printedBy(
            List.of("security", "find-generic-password", "-s", "caresettle", "-a", name, "-w"))
        : printedBy(List.of("secret-tool", "lookup", "service", "caresettle", "account", name));
  }

  /** The program and its arguments. */
  List<String> command() {
    return command;
  }

  @Override
  public Password password(String store) {
    byte[] printed = printed().orElseThrow(() -> none(store));
    try {
      return Password.firstLineOf(printed).orElseThrow(() -> none(store));
    } finally {
      Arrays.fill(printed, (byte) 0);
    }
  }

  /** What the command prints; empty if it fails, or waits for somebody. */
  private Optional<byte[]> printed() {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
    } catch (IOException e) {
      return Optional.empty();
    }
    // On a thread of its own: whatever the program started may keep its output open for ever.
    CompletableFuture<byte[]> output = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(process.getInputStream(), output), "password command");
    reader.setDaemon(true);
    reader.start();
    long start = System.nanoTime();
    try {
      byte[] printed = output.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      long left = patience.toNanos() - (System.nanoTime() - start);
      if (process.waitFor(left, TimeUnit.NANOSECONDS) && process.exitValue() == 0) {
        return Optional.of(printed);
      }
      Arrays.fill(printed, (byte) 0);
    } catch (TimeoutException | ExecutionException e) {
      // It is ended below, and what it was about to print with it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return Optional.empty();
  }

  private static void read(InputStream out, CompletableFuture<byte[]> output) {
    try (out) {
      byte[] printed = out.readNBytes(MOST_BYTES);
      if (!output.complete(printed)) {
        Arrays.fill(printed, (byte) 0);
      }
    } catch (IOException e) {
      output.completeExceptionally(e);
    }
  }

  private KeyStoreUnavailable none(String store) {
    return new KeyStoreUnavailable(
        KeyStoreUnavailable.Why.NO_PASSWORD,
        "The operating system gave no password for the key store "
            + store
            + ": run '"
            + command.get(0)
            + "' as this user and see what it says");
  }

  @Override
  public String toString() {
    return "CommandPassword[" + command.get(0) + "]";
  }
}
