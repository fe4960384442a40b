package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.Misuse;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A journal in one SQLite file on a local disk.
 *
 * <p>Bodies are sealed and opened on the threads of the callers; the one thread that writes sees
 * sealed bytes only.
 */
public final class SqliteJournal implements Journal {

  private final String institutionCode;
  private final Clock clock;
  private final Consumer<Entry> appended;
  private final JournalLock lock;
  private final DataKeys dataKeys;
  private final JournalWriter writer;
  private final MessageIds ids;
  private final Certificates certificates;
  private final String epoch;

  private SqliteJournal(
      String institutionCode,
      int slot,
      DataKeys dataKeys,
      Clock clock,
      Consumer<Entry> appended,
      JournalLock lock,
      Connection connection)
      throws SQLException {
    this.institutionCode = institutionCode;
    this.clock = clock;
    this.appended = appended;
    this.lock = lock;
    this.dataKeys = dataKeys;
    this.epoch = JournalFile.text(connection, "SELECT epoch FROM life");
    this.certificates = Certificates.read(connection);
    this.writer =
        new JournalWriter(
            connection,
            Schema.number(connection, "SELECT opening FROM life"),
            "caresettle-journal-" + institutionCode + "-" + slot);
    this.ids =
        new MessageIds(
            institutionCode,
            slot,
            clock,
            Long.parseLong(JournalFile.text(connection, "SELECT message_seconds FROM life")),
            this::reserveMessageSeconds);
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
   *     a newer version wrote it, when {@code keys} lack the one it is closed with, or when the
   *     disk does not serve
   */
  public static SqliteJournal open(
      Path file,
      String institutionCode,
      int slot,
      JournalKeys keys,
      Clock clock,
      SecureRandom random,
      Consumer<Entry> appended) {
    JournalLock lock = JournalLock.take(file);
    try {
      Connection connection = JournalFile.connect(file);
      try {
        DataKeys dataKeys = new DataKeys(keys, random);
        JournalFile.prepare(connection, institutionCode, dataKeys, random);
        return new SqliteJournal(
            institutionCode, slot, dataKeys, clock, appended, lock, connection);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      lock.close();
      throw new JournalUnavailable(
          "The journal " + file + " cannot be opened: look at the disk and the file", e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public String epoch() {
    return epoch;
  }

  @Override
  public List<Entry> append(List<Draft> drafts) {
    for (Draft draft : drafts) {
      requireOurs(draft.bill());
    }
    Instant time = Instant.ofEpochMilli(clock.millis());
    DataKeys.OfDay key = dataKey(DataKeys.dayOf(time));
    List<SealedBody> bodies =
        drafts.stream().map(draft -> SealedBody.seal(key, epoch, draft, time)).toList();
    List<Long> positions =
        writer.await(connection -> Records.insert(connection, drafts, bodies, time));
    List<Entry> kept = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      Draft d = drafts.get(i);
      kept.add(new Entry(positions.get(i), d.bill(), d.type(), d.messageId(), time, d.body()));
    }
    kept.forEach(appended);
    return kept;
  }

  /** Once a day it is made, and durable before anything is sealed with it. */
  private DataKeys.OfDay dataKey(LocalDate day) {
    Optional<DataKeys.OfDay> known = dataKeys.find(day);
    if (known.isPresent()) {
      return known.get();
    }
    synchronized (dataKeys) {
      return dataKeys
          .find(day)
          .orElseGet(
              () -> {
                DataKeys.Made made = dataKeys.make(day);
                return dataKeys.kept(
                    made, writer.await(connection -> Wrapping.keep(connection, made)));
              });
    }
  }

  @Override
  public List<Entry> of(BillId bill) {
    requireOurs(bill);
    return writer.await(connection -> Records.of(connection, bill.number())).stream()
        .map(row -> row.open(bill, epoch, dataKeys))
        .toList();
  }

  @Override
  public List<BillId> unfinished() {
    return writer.await(Records::unfinished).stream()
        .map(number -> new BillId(institutionCode, number))
        .toList();
  }

  @Override
  public List<BillId> having(RecordType type) {
    return writer.await(connection -> Records.having(connection, type)).stream()
        .map(number -> new BillId(institutionCode, number))
        .toList();
  }

  @Override
  public List<Act> note(List<ActDraft> drafts) {
    List<SealedBody> bodies =
        drafts.stream()
            .map(draft -> Acts.seal(dataKey(DataKeys.dayOf(draft.time())), epoch, draft))
            .toList();
    List<Long> positions =
        writer.await(connection -> Acts.insert(connection, epoch, drafts, bodies));
    List<Act> kept = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      ActDraft d = drafts.get(i);
      kept.add(
          new Act(
              positions.get(i),
              d.kind(),
              d.visitNumber(),
              d.operatorId(),
              d.time(),
              d.body(),
              d.signature()));
    }
    return kept;
  }

  @Override
  public List<Act> acts(String visitNumber) {
    return open(writer.await(connection -> Acts.of(connection, epoch, visitNumber)));
  }

  @Override
  public List<Act> actsOf(LocalDate day) {
    return open(writer.await(connection -> Acts.ofDay(connection, day)));
  }

  private List<Act> open(List<Acts.Row> rows) {
    return rows.stream().map(row -> row.open(epoch, dataKeys)).toList();
  }

  @Override
  public void keepCertificates(String keyId, byte[] certificate) {
    if (!certificates.has(keyId, certificate)) {
      writer.await(connection -> Certificates.insert(connection, keyId, certificate));
      certificates.kept(keyId, certificate);
    }
  }

  @Override
  public List<byte[]> certificates(String keyId) {
    return certificates.of(keyId);
  }

  private void reserveMessageSeconds(long until) {
    writer.await(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement("UPDATE life SET message_seconds = ?")) {
            update.setLong(1, until);
            return update.executeUpdate();
          }
        });
  }

  @Override
  public String nextMessageId() {
    return ids.next();
  }

  @Override
  public void close() {
    writer.close();
    lock.close();
  }

  private void requireOurs(BillId bill) {
    if (!bill.institutionCode().equals(institutionCode)) {
      throw new Misuse(
          "Bill "
              + bill
              + " is not of institution "
              + institutionCode
              + ", which this terminal serves");
    }
  }
}
