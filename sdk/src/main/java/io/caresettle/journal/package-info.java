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
 * <p>A restored copy is older than the centre. It keeps the epoch, and holds bills as open that
 * were settled and booked after it was made. The journal cannot see that it is a copy; the centre
 * can, for it knows a later head of the audit chain. The till then begins a new life of the journal
 * ({@link io.caresettle.journal.Journal#begin}) with another epoch and a slot of its own, so that
 * no message id is given out twice. What was sealed in the old life is read as before.
 *
 * <p>Message ids come from here, because only the journal knows which were used: institution (12),
 * time (14), the terminal's slot (2), a counter (2). The time is the clock's, but never before or
 * at the last id's; after a hundred ids in one second, and for some seconds after a restart, it
 * runs ahead.
 *
 * <h2>What is refused, and what room is kept</h2>
 *
 * <p>A file on a network drive is refused, for its locks and its writes are a promise of another
 * machine. What Windows maps to a letter looks like a local disk, and is not seen. Refused are also
 * a newer schema, another institution's journal, a second process, a damaged file, and one whose
 * audit chain is broken among its last twenty thousand links: an opening does not wait for more,
 * and {@code journal verify} looks at all. A clock that stands a day or more before the newest
 * record is told and not refused.
 *
 * <p>Beside the file lies a reserve, eight megabytes of nothing. While the disk has no more room
 * than that, no new settlement begins; what undoes or closes one goes on, and takes the reserve
 * when it must. A write that finds no room is undone as a whole and tried once more with the
 * reserve; after any other failure the journal stops.
 *
 * <h2>Audit chain</h2>
 *
 * <p>Each record, act, certificate, signed head and note is linked in the transaction that keeps
 * it: SM3 over the digest before and the row, with the digest of what is sealed. So a change, a
 * gap, an insertion or a changed order shows, without any key. Whoever owns the machine can write a
 * chain anew from any link on. Only what lies under a head that somebody else has signed is proven;
 * the journal keeps what was signed over its heads and does not look into it. Of what comes after
 * the last one, a look says that it holds, and that it is unproven. A till whose end was cut off
 * with all its signed heads looks whole: it takes a head that is kept elsewhere to see it. A
 * journal of an earlier version is linked when it is opened, as it is then.
 *
 * <p>The list of open bills follows from the records and is not linked; a look compares it with
 * them.
 *
 * <h2>Several tills, one journal</h2>
 *
 * <p>In PostgreSQL several tills of one institution keep one journal, by the same code. Each has a
 * slot, an opening, an epoch and a chain of its own. A bill belongs to the till that began it,
 * until that one is silent for a minute and another takes it on ({@link
 * io.caresettle.journal.Journal#takeOver}); from then on only that one may write of it. Every till
 * needs the keys of the others, so give them one pair in common. Such a database is copied by
 * {@code pg_dump}, keeps no reserve, and is refused with {@code fsync=off}. {@link
 * io.caresettle.journal.JournalPlace} says where a journal is, and everything else is the same for
 * both: it is looked at while its tills go on, as it stands at one moment; recovery and the end of
 * days ask for all of them to be closed. A destroyed key is gone from its table, and not from
 * whatever copies and logs the database's keeper has.
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
 * that one is there twice, sealing does not show; the audit chain does.
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
 * <p>To destroy a day's data key is to delete its wrappings ({@code secure_delete} is on, and the
 * log is wiped). Before, each record of the day leaves a note in clear and linked: numbers, amounts
 * and digests ({@link io.caresettle.journal.Retention}). The sealed bytes stay, so that the chain
 * still verifies. A day with a bill that is not at its end is not destroyed.
 *
 * <p>Sealing happens on the threads of those who append, and opening on the threads of those who
 * read; the writer's one thread moves sealed bytes. A journal of the first version, whose bodies
 * were clear, is sealed when it is opened; the text is overwritten in the file and its log. Copies
 * somebody made, and blocks that a disk gave back, are out of reach.
 */
@NullMarked
package io.caresettle.journal;

import org.jspecify.annotations.NullMarked;
