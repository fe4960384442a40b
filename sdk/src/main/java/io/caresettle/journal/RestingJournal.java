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

  /** What SQLite says of a file that is no database of its own. */
  private static final int NO_DATABASE = 26;

  private final JournalPlace place;
  private final DataKeys keys;
  private final AtRest rest;
  private final Connection connection;
  private final String institution;
  private final String epoch;
  private final Certificates certificates;

  private RestingJournal(JournalPlace place, DataKeys keys, AtRest rest) throws SQLException {
    this.place = place;
    this.keys = keys;
    this.rest = rest;
    this.connection = rest.connection();
    keys.read(connection);
    this.institution = JournalFile.owner(connection);
    this.epoch = Life.last(connection).orElseThrow().epoch();
    this.certificates = Certificates.read(connection);
  }

  /**
   * Opens the journal there for reading. One in a database is read as it stands at this moment, and
   * its tills go on.
   *
   * @param keys who opens its data keys, a terminal's or the keeper's of the recovery key
   * @throws JournalUnavailable when a terminal has the file open, when there is none, or when it
   *     was written by another version
   */
  public static RestingJournal open(JournalPlace place, JournalKeys keys) {
    try {
      AtRest rest = AtRest.toRead(place);
      boolean open = false;
      try {
        RestingJournal journal =
            new RestingJournal(place, new DataKeys(keys, new SecureRandom()), rest);
        open = true;
        return journal;
      } finally {
        if (!open) {
          rest.close();
        }
      }
    } catch (SQLException e) {
      throw unreadable(place, e);
    }
  }

  /** The same for a file. */
  public static RestingJournal open(Path file, JournalKeys keys) {
    return open(JournalPlace.file(file), keys);
  }

  /** Opens the journal for whoever has no key to its bodies, and looks at the rest. */
  public static RestingJournal open(JournalPlace place) {
    return open(place, new HeldKeys(List.of(), List.of()));
  }

  /** The same for a file. */
  public static RestingJournal open(Path file) {
    return open(JournalPlace.file(file));
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
      throw unreadable(place, e);
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
      throw unreadable(place, e);
    }
  }

  /** All acts of one visit, oldest first; otherwise as {@link #acts()}. */
  public List<Act> acts(String visitNumber) {
    try {
      return Acts.of(connection, visitNumber).stream().map(row -> row.open(keys)).toList();
    } catch (SQLException e) {
      throw unreadable(place, e);
    }
  }

  /** All acts that were signed on this day in China, oldest first; otherwise as {@link #acts()}. */
  public List<Act> actsOf(LocalDate day) {
    try {
      return Acts.ofDay(connection, day).stream().map(row -> row.open(keys)).toList();
    } catch (SQLException e) {
      throw unreadable(place, e);
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
      throw unreadable(place, e);
    }
  }

  /** As in {@link Journal#anchors}. */
  public List<Anchor> anchors() {
    try {
      return Anchors.all(connection);
    } catch (SQLException e) {
      throw unreadable(place, e);
    }
  }

  private static JournalUnavailable unreadable(JournalPlace place, SQLException e) {
    if (e.getErrorCode() == NO_DATABASE) {
      return new JournalUnavailable(
          JournalUnavailable.Reason.NOT_A_JOURNAL,
          "The file " + place + " is no journal of CareSettle: name another file",
          e);
    }
    return new JournalUnavailable(
        "The journal " + place + " cannot be read: look at the disk and the file", e);
  }

  @Override
  public void close() {
    try {
      rest.close();
    } catch (SQLException e) {
      throw unreadable(place, e);
    }
  }
}
