package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** A journal in one SQLite file on a local disk. */
public final class SqliteJournal extends JdbcJournal {

  private static final int PRIMARY_CODE = 0xff;
  private static final int SQLITE_CORRUPT = 11;
  private static final int SQLITE_NOT_A_DATABASE = 26;

  private final JournalLock lock;
  private final Reserve reserve;

  private SqliteJournal(
      Connection connection,
      Opening opening,
      DataKeys dataKeys,
      Clock clock,
      Consumer<Entry> appended,
      JournalLock lock,
      Reserve reserve)
      throws SQLException {
    super(connection, opening, dataKeys, clock, appended);
    this.lock = lock;
    this.reserve = reserve;
    reserve.opened();
  }

  /**
   * Opens the journal in {@code file}, and makes it if there is none. Bodies that an earlier
   * version kept in clear are sealed and wiped first, which takes a while where there are many.
   *
   * @param slot 0 to 99, this terminal's own part of the institution's message ids
   * @param keys who opens its data keys
   * @param random names the life of a new journal, and makes data keys
   * @param appended hears of every record after it is kept; it must be quick and must not throw
   * @throws JournalUnavailable when another opening has it, when it is another institution's, when
   *     a newer version wrote it, when {@code keys} lack the one it is closed with, when it is on a
   *     network drive, when it is damaged or was changed, or when the disk does not serve
   */
  public static SqliteJournal open(
      Path file,
      String institutionCode,
      int slot,
      JournalKeys keys,
      Clock clock,
      SecureRandom random,
      Consumer<Entry> appended) {
    return open(
        file,
        institutionCode,
        slot,
        keys,
        clock,
        random,
        appended,
        LocalDisk.real(),
        Reserve.BYTES);
  }

  static SqliteJournal open(
      Path file,
      String institutionCode,
      int slot,
      JournalKeys keys,
      Clock clock,
      SecureRandom random,
      Consumer<Entry> appended,
      LocalDisk disk,
      long reserved) {
    disk.requireLocal(file);
    Reserve reserve = new Reserve(file, disk, reserved);
    JournalLock lock = JournalLock.take(file);
    try {
      reserve.beforeOpening();
      Connection connection = JournalFile.connect(file);
      try {
        DataKeys dataKeys = new DataKeys(keys, random);
        Life life = JournalFile.prepare(connection, institutionCode, slot, dataKeys, random);
        Opening opening =
            new Opening(new SqliteDialect(), Chain.of(connection, life), reserve::release);
        return new SqliteJournal(connection, opening, dataKeys, clock, appended, lock, reserve);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      lock.close();
      throw new JournalUnavailable(
          reason(e),
          "The journal "
              + file
              + (Opening.isFull(e)
                  ? " cannot be opened, for its disk is full: make room on the disk first"
                  : " cannot be opened: look at the disk and the file"),
          e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static JournalUnavailable.Reason reason(SQLException e) {
    if (Opening.isFull(e)) {
      return JournalUnavailable.Reason.DISK_FULL;
    }
    int code = e.getErrorCode() & PRIMARY_CODE;
    return code == SQLITE_CORRUPT || code == SQLITE_NOT_A_DATABASE
        ? JournalUnavailable.Reason.DAMAGED
        : JournalUnavailable.Reason.DOES_NOT_SERVE;
  }

  @Override
  void admit(List<Draft> drafts) {
    reserve.admit(
        drafts.stream()
            .anyMatch(d -> d.type() == RecordType.QUOTED || d.type() == RecordType.SETTLE_INTENT));
  }

  @Override
  public void close() {
    super.close();
    lock.close();
  }
}
