package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Room on the disk that is kept for undoing and closing: a file beside the journal that is full of
 * nothing. While the disk has no more than that, no new settlement begins; where what was begun
 * needs the room, the file goes. It comes again when there is room.
 */
final class Reserve {

  /** Enough to undo some hundred bills, with the database's own log. */
  static final long BYTES = 8L << 20;

  private final Path journal;
  private final Path file;
  private final LocalDisk disk;
  private final long bytes;
  private boolean held;

  Reserve(Path journal, LocalDisk disk, long bytes) {
    this.journal = journal;
    this.file = journal.resolveSibling(journal.getFileName() + ".reserve");
    this.disk = disk;
    this.bytes = bytes;
  }

  /** Before the journal opens: gives the room back if nothing could be opened without it. */
  synchronized void beforeOpening() {
    held = Files.exists(file);
    if (held && usable() < bytes / 4) {
      release();
    }
  }

  /** Once the journal is open. */
  synchronized void opened() {
    holdIfThereIsRoom();
  }

  /**
   * Before something is written.
   *
   * @throws JournalUnavailable when it begins a settlement, and the disk has no room for that
   */
  synchronized void admit(boolean begins) {
    holdIfThereIsRoom();
    long usable = usable();
    if (begins && (!held || usable < bytes)) {
      throw new JournalUnavailable(
          JournalUnavailable.Reason.DISK_FULL,
          "The disk of the journal "
              + journal
              + " has "
              + (usable >> 20)
              + " MB left, and what is left is kept for reversals: begin no settlement, make room"
              + " on the disk, then go on; what was begun can be finished and undone meanwhile");
    }
    if (!begins && held && usable < bytes / 4) {
      release();
    }
  }

  /** Gives the room back; whether there was any. */
  synchronized boolean release() {
    try {
      held = false;
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      return false;
    }
  }

  private void holdIfThereIsRoom() {
    if (held || usable() < 2 * bytes) {
      return;
    }
    byte[] block = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long written = 0; written < bytes; written += block.length) {
        out.write(block);
      }
      held = true;
    } catch (IOException e) {
      release();
    }
  }

  private long usable() {
    try {
      return disk.usable(LocalDisk.folder(journal));
    } catch (IOException e) {
      throw new JournalUnavailable(
          "The disk of the journal "
              + journal
              + " cannot be looked at: begin no settlement, look at the disk, then go on",
          e);
    }
  }
}
