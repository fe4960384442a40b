package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * A journal that no terminal has open, to be read and left as it is: for whoever looks for
 * evidence.
 *
 * <p>It gives out no message ids, counts no opening, and brings no file to a newer version. While
 * it is read, no terminal can open it. Not for use by many threads.
 */
public final class RestingJournal implements AutoCloseable {

  private final Path file;
  private final DataKeys keys;
  private final JournalLock lock;
  private final Connection connection;
  private final String institution;
  private final String epoch;
  private final Certificates certificates;

  private RestingJournal(Path file, DataKeys keys, JournalLock lock, Connection connection)
      throws SQLException {
    this.file = file;
    this.keys = keys;
    this.lock = lock;
    this.connection = connection;
    Schema.require(connection);
    keys.read(connection);
    this.institution = JournalFile.owner(connection);
    this.epoch = Life.last(connection).orElseThrow().epoch();
    this.certificates = Certificates.read(connection);
  }

  /**
   * Opens the journal in {@code file} for reading.
   *
   * @param keys who opens its data keys, a terminal's or the keeper's of the recovery key
   * @throws JournalUnavailable when a terminal has it open, when there is none, or when it was
   *     written by another version
   */
  public static RestingJournal open(Path file, JournalKeys keys) {
    JournalFile.requireThere(file);
    JournalLock lock = JournalLock.take(file);
    boolean open = false;
    try {
      Connection connection = JournalFile.connectToRead(file);
      try {
        RestingJournal journal =
            new RestingJournal(file, new DataKeys(keys, new SecureRandom()), lock, connection);
        open = true;
        return journal;
      } finally {
        if (!open) {
          connection.close();
        }
      }
    } catch (SQLException e) {
      throw unreadable(file, e);
    } finally {
      if (!open) {
        lock.close();
      }
    }
  }

  /** Opens the journal for whoever has no key to its bodies, and looks at the rest. */
  public static RestingJournal open(Path file) {
    return open(file, new HeldKeys(List.of(), List.of()));
  }

  /** Whose journal it is. */
  public String institutionCode() {
    return institution;
  }

  /**
   * All records of the bill with this number, oldest first; none of a bill that is unknown here.
   *
   * @throws io.caresettle.problem.RecordUnreadable when one is kept, and is damaged or closed to
   *     these keys
   */
  public List<Entry> of(String billNumber) {
    BillId bill = new BillId(institution, billNumber);
    try {
      return Records.of(connection, billNumber).stream().map(row -> row.open(bill, keys)).toList();
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  /** Names the journal's present life. */
  public String epoch() {
    return epoch;
  }

  /**
   * All acts there are, oldest first.
   *
   * @throws io.caresettle.problem.RecordUnreadable when one is kept, and is damaged or closed to
   *     these keys
   */
  public List<Act> acts() {
    try {
      return Acts.all(connection).stream().map(row -> row.open(keys)).toList();
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  /** All acts of one visit, oldest first; otherwise as {@link #acts()}. */
  public List<Act> acts(String visitNumber) {
    try {
      return Acts.of(connection, visitNumber).stream().map(row -> row.open(keys)).toList();
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  /** All acts that were signed on this day in China, oldest first; otherwise as {@link #acts()}. */
  public List<Act> actsOf(LocalDate day) {
    try {
      return Acts.ofDay(connection, day).stream().map(row -> row.open(keys)).toList();
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  /** As in {@link Journal#certificates}. */
  public List<byte[]> certificates(String keyId) {
    return certificates.of(keyId);
  }

  /**
   * Looks through the whole audit chain, for which it needs no key.
   *
   * @param known heads that were signed and are kept elsewhere, such as on paper: a journal that
   *     was cut off has lost those that it kept behind the cut
   */
  public Verification verify(List<AuditHead> known) {
    try {
      return ChainCheck.of(connection, known);
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  /** As in {@link Journal#anchors}. */
  public List<Anchor> anchors() {
    try {
      return Anchors.all(connection);
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  private static JournalUnavailable unreadable(Path file, SQLException e) {
    return new JournalUnavailable(
        "The journal " + file + " cannot be read: look at the disk and the file", e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw unreadable(file, e);
    } finally {
      lock.close();
    }
  }
}
