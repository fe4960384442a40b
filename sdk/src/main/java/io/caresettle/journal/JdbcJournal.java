package io.caresettle.journal;

import io.caresettle.problem.Misuse;
import io.caresettle.split.BillId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A journal in a database, whichever it is.
 *
 * <p>Bodies are sealed and opened on the threads of the callers; the one thread that writes sees
 * sealed bytes only.
 */
abstract class JdbcJournal implements Journal {

  private final Clock clock;
  private final Consumer<Entry> appended;
  private final DataKeys dataKeys;
  private final JournalWriter writer;
  private final DayKeys dayKeys;
  private final ActBook acts;
  private final Opening opening;
  private final Chain chain;
  private final Certificates certificates;
  private final AtomicLong newest;

  /**
   * Taken before the writer is waited for, and never on its thread: whoever counts out an id may
   * wait for it, too.
   */
  private final Object counting = new Object();

  private MessageIds ids;

  /** Takes the connection over, which from now on is the writer's alone. */
  JdbcJournal(
      Connection connection,
      Opening opening,
      DataKeys dataKeys,
      Clock clock,
      Consumer<Entry> appended)
      throws SQLException {
    this.clock = clock;
    this.appended = appended;
    this.dataKeys = dataKeys;
    this.opening = opening;
    this.chain = opening.chain();
    this.certificates = Certificates.read(connection);
    this.newest = new AtomicLong(Records.newest(connection));
    Life life = chain.life();
    this.ids = ids(life);
    this.writer =
        new JournalWriter(
            connection, opening, "caresettle-journal-" + life.institution() + "-" + life.slot());
    this.dayKeys = new DayKeys(dataKeys, writer);
    this.acts = new ActBook(writer, chain, dataKeys, dayKeys);
  }

  private MessageIds ids(Life life) {
    return new MessageIds(
        life.institution(),
        life.slot(),
        clock,
        life.messageSeconds(),
        until ->
            writer.write(
                connection -> {
                  Life.reserve(connection, life.number(), until);
                  return until;
                }));
  }

  /** From now on {@code told} hears, on the writer's thread, of each write that was forced. */
  void watch(Runnable told) {
    opening.watch(told);
  }

  /** Whether {@code drafts} may be kept now; throws where not. */
  void admit(List<Draft> drafts) {}

  @Override
  public String epoch() {
    return chain.life().epoch();
  }

  @Override
  public int slot() {
    return chain.life().slot();
  }

  @Override
  public List<Entry> append(List<Draft> drafts) {
    for (Draft draft : drafts) {
      requireOurs(draft.bill());
    }
    admit(drafts);
    Life life = chain.life();
    Instant time = Instant.ofEpochMilli(clock.millis());
    DataKeys.OfDay key = dayKeys.of(DataKeys.dayOf(time));
    List<SealedBody> bodies =
        drafts.stream().map(draft -> SealedBody.seal(key, life.epoch(), draft, time)).toList();
    List<LinkedRow.Sealed> digests = bodies.stream().map(LinkedRow.Sealed::of).toList();
    List<Long> positions =
        writer.write(new Appending(opening, life, drafts, bodies, digests, time));
    newest.accumulateAndGet(time.toEpochMilli(), Math::max);
    List<Entry> kept = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      Draft d = drafts.get(i);
      kept.add(new Entry(positions.get(i), d.bill(), d.type(), d.messageId(), time, d.body()));
    }
    kept.forEach(appended);
    return kept;
  }

  @Override
  public List<Entry> of(BillId bill) {
    requireOurs(bill);
    return writer.read(connection -> recordsOf(connection, bill)).stream()
        .map(row -> row.open(bill, dataKeys))
        .toList();
  }

  /** Other tills of a shared journal make data keys, too. */
  private List<Records.Row> recordsOf(Connection connection, BillId bill) throws SQLException {
    List<Records.Row> rows = Records.of(connection, bill.number());
    for (Records.Row row : rows) {
      dataKeys.learn(connection, row.body().dataKey());
    }
    return rows;
  }

  @Override
  public List<BillId> unfinished() {
    return bills(
        writer.read(
            connection -> opening.dialect().unfinished(connection, chain.life().askedSlot())));
  }

  @Override
  public List<BillId> having(RecordType type) {
    return bills(writer.read(connection -> Records.having(connection, type)));
  }

  @Override
  public List<BillId> having(RecordType type, Instant from, Instant to) {
    return bills(writer.read(connection -> Records.having(connection, type, from, to)));
  }

  @Override
  public List<BillId> takeOver() {
    return bills(
        writer.write(
            connection -> opening.dialect().takeOver(connection, chain.life().askedSlot())));
  }

  private List<BillId> bills(List<String> numbers) {
    String institution = chain.life().institution();
    return numbers.stream().map(number -> new BillId(institution, number)).toList();
  }

  @Override
  public List<Act> note(List<ActDraft> drafts) {
    return acts.note(drafts);
  }

  @Override
  public void noteWithNext(List<ActDraft> drafts) {
    acts.noteWithNext(drafts);
  }

  @Override
  public List<Act> acts(String visitNumber) {
    return acts.read(connection -> Acts.of(connection, visitNumber));
  }

  @Override
  public List<Act> actsOf(LocalDate day) {
    return acts.read(connection -> Acts.ofDay(connection, day));
  }

  @Override
  public void keepCertificates(String keyId, byte[] certificate) {
    if (!certificates.has(keyId, certificate)) {
      writer.write(connection -> Certificates.insert(connection, chain, keyId, certificate));
      certificates.kept(keyId, certificate);
    }
  }

  @Override
  public List<byte[]> certificates(String keyId) {
    return certificates.of(keyId);
  }

  @Override
  public AuditHead head() {
    return chain.head();
  }

  @Override
  public void keepAnchor(AuditHead head, byte[] receipt) {
    Instant time = Instant.ofEpochMilli(clock.millis());
    writer.write(connection -> Anchors.insert(connection, chain, head, receipt, time));
  }

  @Override
  public List<Anchor> anchors() {
    return writer.read(Anchors::all);
  }

  /** No id of the slot that was is given out any more once the new life is durable. */
  @Override
  public void begin(String epoch, int slot) {
    synchronized (counting) {
      long reservedUntil = ids.reservedUntil();
      Life next =
          writer.write(
              connection -> {
                Life last = chain.life();
                Life life =
                    new Life(
                            0,
                            last.institution(),
                            epoch,
                            last.number(),
                            last.askedSlot(),
                            slot,
                            last.opening(),
                            reservedUntil)
                        .insert(connection);
                chain.begin(connection, life, false);
                return life;
              });
      ids = ids(next);
    }
  }

  @Override
  public Optional<Duration> clockSetBack() {
    Duration back = Duration.ofMillis(newest.get() - clock.millis());
    return Optional.of(back).filter(by -> by.compareTo(Duration.ofDays(1)) >= 0);
  }

  @Override
  public String nextMessageId() {
    synchronized (counting) {
      return ids.next();
    }
  }

  @Override
  public void close() {
    writer.close();
  }

  private void requireOurs(BillId bill) {
    String institution = chain.life().institution();
    if (!bill.institutionCode().equals(institution)) {
      throw new Misuse(
          "Bill "
              + bill
              + " is not of institution "
              + institution
              + ", which this terminal serves");
    }
  }
}
