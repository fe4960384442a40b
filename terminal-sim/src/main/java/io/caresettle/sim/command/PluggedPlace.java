package io.caresettle.sim.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Where {@code card insert} and {@code card remove} find each other: one slot of a folder. Who
 * holds the lock has a card inserted; a file beside it asks for its removal. A process that dies
 * loses its lock and leaves nothing to tidy up.
 */
final class PluggedPlace implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(50);

  private final Path asked;
  private final FileChannel channel;
  private final FileLock lock;

  private PluggedPlace(Path asked, FileChannel channel, FileLock lock) {
    this.asked = asked;
    this.channel = channel;
    this.lock = lock;
  }

  /** The folder of this user's slots. */
  static Path usual() {
    return Path.of(System.getProperty("user.home", "."), ".caresettle", "slots");
  }

  /** Takes the place of a slot; empty when a card is inserted there. */
  static Optional<PluggedPlace> take(Path folder, String slot) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            file(folder, slot, "lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Optional<FileLock> lock = lock(channel);
    if (lock.isEmpty()) {
      channel.close();
      return Optional.empty();
    }
    Path asked = file(folder, slot, "remove");
    Files.deleteIfExists(asked);
    return Optional.of(new PluggedPlace(asked, channel, lock.get()));
  }

  /** Whether somebody asked for the card's removal. */
  boolean removalAsked() {
    return Files.exists(asked);
  }

  /** What came of asking for a removal. */
  enum Removal {
    DONE,
    NOTHING_INSERTED,
    NOT_OBEYED
  }

  /** Asks for the removal of the card in a slot, and waits for it. */
  static Removal remove(Path folder, String slot, Duration atMost)
      throws IOException, InterruptedException {
    if (!Files.exists(file(folder, slot, "lock"))) {
      return Removal.NOTHING_INSERTED;
    }
    Optional<PluggedPlace> free = take(folder, slot);
    if (free.isPresent()) {
      free.get().close();
      return Removal.NOTHING_INSERTED;
    }
    Files.write(file(folder, slot, "remove"), new byte[0]);
    long until = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() - until < 0) {
      Optional<PluggedPlace> left = take(folder, slot);
      if (left.isPresent()) {
        left.get().close();
        return Removal.DONE;
      }
      Thread.sleep(LOOK.toMillis());
    }
    return Removal.NOT_OBEYED;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(asked);
    lock.release();
    channel.close();
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty(); // Within this very process.
    }
  }

  private static Path file(Path folder, String slot, String kind) {
    return folder.resolve(slot.replaceAll("[^A-Za-z0-9.-]", "_") + "." + kind);
  }
}
