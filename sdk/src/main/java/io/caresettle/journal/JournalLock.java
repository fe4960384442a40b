package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The operating system's lock on a file beside the journal; it ends with the process. */
final class JournalLock implements AutoCloseable {

  private final FileChannel channel;

  private JournalLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws JournalUnavailable when another opening holds it
   */
  static JournalLock take(Path journal) {
    Path file = journal.resolveSibling(journal.getFileName() + ".lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        if (channel.tryLock() == null) {
          channel.close();
          throw inUse(journal);
        }
      } catch (OverlappingFileLockException e) {
        channel.close();
        throw inUse(journal);
      }
      return new JournalLock(channel);
    } catch (IOException e) {
      throw new JournalUnavailable("The journal's lock " + file + " cannot be taken", e);
    }
  }

  private static JournalUnavailable inUse(Path journal) {
    return new JournalUnavailable(
        JournalUnavailable.Reason.IN_USE,
        "The journal "
            + journal
            + " is open already: close the other terminal, or give this one a journal and a slot"
            + " of its own");
  }

  @Override
  public void close() {
    try {
      // Closing gives the lock back. The file stays: deleting it could delete the next owner's.
      channel.close();
    } catch (IOException e) {
      throw new JournalUnavailable("The journal's lock cannot be given back", e);
    }
  }
}
