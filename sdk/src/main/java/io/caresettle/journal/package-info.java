/**
 * What this terminal knows, on disk before anybody acts on it.
 *
 * <p>A {@link io.caresettle.journal.Journal} only grows: what happened to a bill is the sequence of
 * its records, and a wrong record is answered by another one. Nothing is ever updated or deleted;
 * the database itself refuses to.
 *
 * <p>The default is one SQLite file on a local disk (WAL, {@code synchronous=FULL}). One thread
 * owns the one connection; whatever waits in its queue goes into one commit, so that fifty counters
 * cost hardly more than one. After the first failed write the journal is suspect: it stops, because
 * a disk that lost one write cannot be asked whether it kept the next.
 *
 * <p>Two openings at once would hand out the same message ids. The second is refused by a lock of
 * the operating system on a file beside the journal; where that lock is worthless, as on some
 * network drives, the number of the opening, which every commit compares, stops the first.
 *
 * <p>A restored copy is older than the centre. It keeps the epoch, gives out message ids anew, and
 * holds bills as open that were settled and booked after it was made: a till that is opened on it
 * finds nobody who wants them, and reverses them. So a copy is for reading, and becomes a till only
 * after somebody has compared it with the centre. Nothing here detects a copy yet.
 *
 * <p>Message ids come from here, because only the journal knows which were used: institution (12),
 * time (14), the terminal's slot (2), a counter (2). The time is the clock's, but never before or
 * at the last id's; after a hundred ids in one second, and for some seconds after a restart, it
 * runs ahead.
 *
 * <h2>Certificates</h2>
 *
 * <p>Signed documents lie in the bodies, and with what they are verified lies beside them: the
 * certificates of this terminal since it opened, and of each centre that answered it, once per key
 * id and change. They are public, stand in clear, and are never deleted; this package does not read
 * them. Versions before the third kept none, so what was signed then may have its signer's
 * certificates only if a later session brought them.
 *
 * <p>{@link io.caresettle.journal.RestingJournal} reads a journal that no terminal has open. It
 * takes the same lock, and a connection that cannot write: no opening is counted, no message id is
 * given out, no data key is wrapped anew, and an older file is not brought up.
 *
 * <h2>Acts</h2>
 *
 * <p>Beside the records of bills stand the acts of people: what an operator did at a counter, or
 * was told there, each signed with the operator's own key before it is kept. An act belongs to a
 * visit or to none, its kind is one of a closed list, and it is never changed or deleted. Operator,
 * signature, visit and body are sealed like a record's body and bound to epoch, kind, visit and
 * time: who was on duty is nobody's business who only has the file, and a signature in clear would
 * confirm whoever guesses what it is over. A visit's acts are found by a digest of its number,
 * which hides the number from a reader and not from whoever tries all of them. This package signs
 * and verifies nothing.
 *
 * <h2>Bodies are sealed</h2>
 *
 * <p>A body is text, one {@code name: value} a line, written and read by {@code settlement}. It
 * holds person numbers, amounts, item codes and signed documents, and a name only as a slip shows
 * it; never an identity number, a card number or a name in full. In the file it is sealed with SM4
 * under a data key of its day (the day in China by this terminal's clock, for the journal opens
 * before it knows the centre's), and bound to the journal's epoch, the bill, the type, the message
 * id and the time: a record that somebody moved or changed does not open. Position, bill number,
 * type, message id and time stay clear, because queries need them. That a record is missing, or
 * that one is there twice, sealing does not show; the audit chain will.
 *
 * <p>Each data key is wrapped for this terminal's encryption key and for the institution's recovery
 * key, and each wrapping says by key id who can open it ({@link
 * io.caresettle.journal.JournalKeys}). Opening a journal wraps what it can open for whoever should
 * have it and has it not, so a renewed pair, or a recovery key that comes later, needs one opening
 * and no tool. A terminal whose pair is lost is replaced by {@link io.caresettle.journal.Recovery}.
 *
 * <p>An opening is refused when the newest data key, or one of a bill that is not at its end, is
 * wrapped for keys that are not at hand: that terminal has the wrong keys, and must not settle as
 * if its open bills were not there. A key that is destroyed or damaged never stops the journal:
 * whoever reads one of its records gets {@link io.caresettle.problem.RecordUnreadable}.
 *
 * <p>To destroy a day's data key is to delete its wrappings ({@code secure_delete} is on). What
 * stands in clear stays, and so do the sealed bytes, so that a digest over them can still be
 * checked. The command that does it is still to be built, and has to note the amounts and digests
 * of the day before: they are inside the bodies today.
 *
 * <p>Sealing happens on the threads of those who append, and opening on the threads of those who
 * read; the writer's one thread moves sealed bytes. A journal of the first version, whose bodies
 * were clear, is sealed when it is opened; the text is overwritten in the file and its log. Copies
 * somebody made, and blocks that a disk gave back, are out of reach.
 */
@NullMarked
package io.caresettle.journal;

import org.jspecify.annotations.NullMarked;
