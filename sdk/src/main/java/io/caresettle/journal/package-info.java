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
 * <p>Message ids come from here, because only the journal knows which were used: institution (12),
 * time (14), the terminal's slot (2), a counter (2). The time is the clock's, but never before or
 * at the last id's; after a hundred ids in one second, and for some seconds after a restart, it
 * runs ahead.
 *
 * <p>Bodies are text, one {@code name: value} a line, written and read by {@code settlement}. They
 * hold person numbers, amounts and item codes, and a name only as a slip shows it; never an
 * identity number, a card number or a name in full. Sealing and the audit chain come on top of this
 * later.
 */
@NullMarked
package io.caresettle.journal;

import org.jspecify.annotations.NullMarked;
