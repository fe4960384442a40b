/**
 * The simulated centre: what the handling agency's system (医疗保障信息系统) answers, and the books it
 * keeps.
 *
 * <p>A {@link io.caresettle.sim.centre.CentreDesk} serves one message at a time on one SQLite file.
 * Whatever a message changes is one transaction: the money, the sums of the year, the balance, the
 * postings <em>and</em> the record that this message id has been answered with these bytes. So a
 * message that comes twice changes nothing and gets the same answer, also from a centre that was
 * restarted in between. Trial, settlement, reversal and cancellation are remembered like that;
 * sign-in, catalogue, look-up and query only read (or bind, once) and are answered anew, because a
 * remembered <q>standing</q> would be a lie after a reversal. A registration, its withdrawal and
 * its merge happen once by what the books say of the registration itself.
 *
 * <p>Nothing is changed or deleted to undo a settlement: the postings are posted again with the
 * other sign, and the settlement carries the moment it was undone. A reversal whose settlement
 * never arrived leaves a <em>tombstone</em>; when that settlement comes after all, it is refused. A
 * bill number may be settled again after it was undone, by another message; while it stands it may
 * not.
 *
 * <p>A settlement that stands is cancelled by a signed document that names it, its message, its
 * bill and the digest of its receipt. The document is done once or refused for good, however often
 * it comes: a copy that arrives late must not undo what the counter was told to stand. With later
 * visits in the person's year it goes by the {@link io.caresettle.sim.centre.CancellationProfile}.
 * The rest of a refund is tried and settled after the cancellation, never before. A query says with
 * the receipt itself what undid a message.
 *
 * <p>What one message posted is checked before it is committed, against what it touched and nothing
 * else ({@code Tally}), so its cost does not grow with the book; the whole book is read for {@link
 * io.caresettle.sim.centre.CentreDesk#books} ({@code LedgerCheck}). The books lie in a file or in
 * memory ({@link io.caresettle.sim.centre.Keeping}), where a snapshot is what a crash leaves, and
 * an older one a backup.
 *
 * <p>The business day ends at a cut-off; the law goes by the calendar. A closed day's sums are
 * compared by scheme, kind of care and area, and its settlements told page by page, by the day that
 * their receipts name; what is undone since is told as such and counted apart.
 *
 * <p>A journal has one slot of its institution ({@code Lives}). One whose head is older than, or
 * not on the line of, what was seen of its life is a copy and is granted a free slot; so is a
 * journal of another life on the day on which the slot's own was there, and the old one when it
 * comes after another has taken the slot over. Two journals that both went on from one copy, and
 * whose heads only ever grow, are told apart when they show two heads of one position or the slower
 * one signs in. A terminal that shows a receipt which these books have forgotten proves that they
 * were restored; that is noted, and the head taken back.
 *
 * <p>Costs that no fund settled are recorded once; while they stand the bill is not settled (NT
 * 41).
 *
 * <p>Who pays what is judged by {@link io.caresettle.sim.adjudicate}, never by the counter's own
 * split, and judged again when it is settled, on the sums of that moment. The receipt may therefore
 * differ from the quote that the patient confirmed; deciding what then is the counter's part.
 *
 * <p>What a person is insured for, the rolls say outright, or a history from which {@link
 * io.caresettle.sim.entitle} decides it for the day of service, by what is known when the question
 * comes (R-ELIG-22).
 *
 * <p>The centre is strict where a province might be: a trial is refused unless this person was
 * looked up for this visit here with a credential that is still good (SZ 64), message ids begin
 * with the institution, a query for a message that belonged to another bill gets no state at all. A
 * grade-C institution may draw a limited amount of the pool (SZ 62); no pack holds that limit yet,
 * so its pool is closed.
 *
 * <p>What the centre knows of names: who was seen for which visit is kept with the credential that
 * was shown ({@code Presence}). So a loss that is reported within a visit stops its trial and its
 * settlement, by that credential and no other, and leaves standing what stood (R-ID-07). A
 * credential that is shown at a second institution while its visit at the first is open is refused,
 * and kept for the bureau (R-ID-04); a settled visit is closed, and so is one that the credential
 * was last seen at longer ago than a window. A relative's credential, shown for the family account,
 * leaves no presence: it can neither be tried on nor be in two places (R-ID-06). A visit that was
 * registered for somebody whom nobody could name pays nothing from a fund or an account until it is
 * merged, once, into a person whose credential the centre saw at that visit itself (R-BEN-09). A
 * temporary person has no account and no enrolment here: the bill in cash is the institution's
 * business and never comes to these books.
 *
 * <p>It judges credentials. A code like the national one is opened here only, and bound to the
 * institution, terminal and visit that show it first; the binding holds as long as the settings
 * say, and the code itself is kept as a digest. A card is proved in two steps with test root keys
 * in a key device of the centre's own: the centre asks, the card answers through the terminal, and
 * the cryptogram that opens the holder's data comes with a good verdict and with no other. A
 * question is good for one answer of one terminal within a minute; a verdict is repeated to the
 * same request, and a look-up may name it for half an hour. Requests of both kinds have ids of
 * their own, so a message that comes twice binds and proves once.
 *
 * <p>Long-term care (R-LTC-01, R-LTC-02) is judged here anew, and stricter: by the centre's clock,
 * by what was shown here since the start, with one open visit of a person at a time, wherever. A
 * visit begins, ends and is settled once by what the books say of it. Its money lies in books of
 * its own ({@code CareLedger}), of which nothing is among the others. An open visit that nobody
 * ends counts for nothing after a day.
 *
 * <p>After the public layers, commercial insurers and mutual funds of a small book pay ({@code
 * Insurers}), each only by the person's leave for the day of service that was not taken back
 * ({@code LeaveBook}; R-OTH-01, R-DATA-07): before the account, of all that is left to the person.
 * What they pay is posted with the settlement and undone with it.
 *
 * <p>{@link io.caresettle.sim.centre.CentreServer} puts the desk on the wire, and {@link
 * io.caresettle.sim.centre.Faults} makes it misbehave at a named moment: always after the money
 * moved, for that is the moment that hurts.
 */
@NullMarked
package io.caresettle.sim.centre;

import org.jspecify.annotations.NullMarked;
