package io.caresettle.journal;

import io.caresettle.split.BillId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The terminal's memory (流水日志): records in the order they were made durable.
 *
 * <p>Every method throws {@link io.caresettle.problem.JournalUnavailable} once a record could not
 * be kept. Waiting for the disk is not interruptible: whoever is interrupted would not know whether
 * the record is kept.
 */
public interface Journal extends AutoCloseable {

  /** Names this journal for as long as it lives, across restarts and in every copy of its file. */
  String epoch();

  /** This terminal's own part of the institution's message ids, 0 to 99. */
  int slot();

  /**
   * Begins a new life of the journal, with an epoch that nobody had and a slot that the centre
   * granted: what a copy does before it gives out a message id. What was kept before stays and is
   * read as before; the new life's audit chain begins with the head of the old one's.
   */
  void begin(String newEpoch, int slot);

  /** Where the audit chain stands: everything that is kept lies under it. */
  AuditHead head();

  /** Keeps what the centre signed over a head of this journal. It is not looked into. */
  void keepAnchor(AuditHead head, byte[] receipt);

  /** All signed heads, oldest first. */
  List<Anchor> anchors();

  /**
   * Makes {@code drafts} durable, all or none, next to each other and in this order.
   *
   * @return the records as they are kept, after they are
   */
  List<Entry> append(List<Draft> drafts);

  /**
   * All records of one bill, oldest first.
   *
   * @throws io.caresettle.problem.RecordUnreadable when one of them is kept and cannot be opened;
   *     that concerns this bill, and not the journal
   */
  List<Entry> of(BillId bill);

  /**
   * The bills that were to be settled and whose last attempt no record has closed, oldest first. Of
   * a journal that several tills keep, those that this one answers for.
   */
  List<BillId> unfinished();

  /** The bills that have a record of this type, in the order in which each had its first. */
  List<BillId> having(RecordType type);

  /**
   * Those of {@link #having(RecordType)} that have one from {@code from} on and before {@code to},
   * by this terminal's clock: a day is found without looking through all bills there ever were.
   */
  default List<BillId> having(RecordType type, Instant from, Instant to) {
    return having(type).stream()
        .filter(
            bill ->
                of(bill).stream()
                    .anyMatch(
                        entry ->
                            entry.type() == type
                                && !entry.time().isBefore(from)
                                && entry.time().isBefore(to)))
        .toList();
  }

  /**
   * Takes on what nobody works on, and lists all that is this till's, as {@link #unfinished} does.
   * A till that keeps its journal with others calls it several times a minute: bills of a till that
   * has not for one minute are given to another, and from then on only that one may write of them.
   */
  List<BillId> takeOver();

  /**
   * Makes acts durable, all or none and in this order. Each is sealed with the data key of the day
   * on which it was signed.
   *
   * @return the acts as they are kept, after they are
   */
  List<Act> note(List<ActDraft> drafts);

  /**
   * The same where nobody acts on it before something else is durable: the acts are kept with
   * whatever is appended next, all or none and before it, or a moment later by themselves. So an
   * act that only asks for what is recorded next costs no forced write of its own.
   */
  default void noteWithNext(List<ActDraft> drafts) {
    note(drafts);
  }

  /**
   * All acts of one visit, oldest first.
   *
   * @throws io.caresettle.problem.RecordUnreadable when one of them is kept and cannot be opened
   */
  List<Act> acts(String visitNumber);

  /**
   * All acts that were signed on this day in China, oldest first.
   *
   * @throws io.caresettle.problem.RecordUnreadable when one of them is kept and cannot be opened
   */
  List<Act> actsOf(LocalDate day);

  /**
   * Keeps the certificates of whoever signs with the key of this id, once: what is kept already is
   * not kept again. A key that was certified anew has several. What the bytes say is not looked at.
   */
  void keepCertificates(String keyId, byte[] certificates);

  /** All that were ever kept for this key id, oldest first. */
  List<byte[]> certificates(String keyId);

  /**
   * How far the clock stands before the newest record, where that is a day or more: somebody has to
   * set it right. Message ids go on from the last one all the same.
   */
  Optional<Duration> clockSetBack();

  /** A message id that was never given out before, by this journal or its earlier openings. */
  String nextMessageId();

  /** Keeps what was appended, and lets another process open the journal. */
  @Override
  void close();
}
