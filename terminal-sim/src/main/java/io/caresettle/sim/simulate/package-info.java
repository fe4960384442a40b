/**
 * Proof by simulation that every bill is settled exactly once or not at all, whatever fails.
 *
 * <p>A <em>seed</em> is a day in the life of some tills, the hospital's programs that call them,
 * the network, the disks and the centre, all in one thread and in virtual time. The code that
 * settles is the real one: {@link io.caresettle.settlement.Settler} with its table, its resolver
 * and its records; the messages and signed documents of the sealed protocol; the numbering of
 * messages; {@link io.caresettle.sim.centre.CentreDesk} on its database. Made here are only time
 * ({@code Agenda}), chance ({@code Dice}), the disk ({@code Disk}), the network ({@code Network})
 * and the program that calls ({@code Caller}).
 *
 * <h2>How a seed lives</h2>
 *
 * <p>First the {@code Weather} is drawn: each fault is on or off, and where it is on it has a rate,
 * so that some seeds see nothing but lost answers and others everything at once. Then bills arrive
 * for half an hour while the weather lasts: messages are lost, delayed, doubled, overtaken and
 * spoiled; a way is cut in one direction; a process ends before or after a write, or between two
 * steps of its caller; a disk is full, slow, or does not know whether it wrote; a till's clock
 * jumps, also by a whole day back; the centre restarts, seldom and long or again and again, or
 * comes back with books that are up to an hour older; the business day ends in the middle of it; a
 * till's machine is replaced by one with an older copy of its disk. Tills of one institution keep a
 * journal of their own each, or all of them one, as in PostgreSQL: then what one of them left for a
 * minute another takes on, and a caller asks at whichever answers for its bill. Patients come back
 * with booked bills, which are cancelled or refunded, and the callers end in between as anywhere.
 * Then all is mended, every process that is down comes back, and the seed lives on until nothing is
 * left to do, for at most a day. At last {@code Invariants} compares the books of all sides, bill
 * by bill and with {@link io.caresettle.reconciliation.DayEnd}; some are looked at all the time,
 * such as that nothing leaves a till that is not durable there.
 *
 * <p>A bill that an older copy or an older book contradicts is excused from agreeing, and from
 * nothing else: it may be disputed, but it never stands twice, and its patient never pays twice.
 * Its caller, whose own books are not older, waits until the till knows an end again before it
 * acknowledges what it booked.
 *
 * <p>What a seed did is told by its {@code Chronicle}. Its digest says whether it lived the same
 * way again: it is of the facts alone, which are each message, each record that was kept, each
 * slip, and at the end every settlement, sum, row and day of all books. In what words a story tells
 * them, it does not matter.
 *
 * <h2>Whether it would notice</h2>
 *
 * <p>A {@code Defect} breaks one rule of the design at a seam, never in the code that ships. A
 * pinned seed catches it in every build, and a simulation that stops catching one is itself broken.
 * Where another safeguard would hide a defect, it is switched off too: a centre that forgets its
 * messages forgets also which of them made which settlement.
 *
 * <h2>Over the national port</h2>
 *
 * <p>With {@link io.caresettle.sim.simulate.NationalSeeds}, the same tills, callers, disks, weather
 * and centre meet over the national interface: the real flows of {@code centre.national.flow}, with
 * {@code NationalWay} in the place of their HTTP line, and the endpoint of {@code sim.national}
 * over the same books. Those flows block; each call has a thread of its own ({@code Strands}), of
 * which one at most runs, so that there is one order still. Institutions are pharmacies as well as
 * hospitals, and the province is drawn: some let nobody ask for lines, some refuse to reverse what
 * never came. To the weather come gateways that turn requests away, before or after the platform
 * did what was asked, in words that tills know or do not.
 *
 * <p>The invariants are the same, and a visit that is not settled must be taken back or listed for
 * a person. A bill may end in a dispute only where a reversal was refused in words that no profile
 * has; then it must be listed. Business days are the calendar's, and no copy of a journal is
 * restored, for nothing in this interface would know one. Stays and sales with trace codes are not
 * lived here. {@link io.caresettle.sim.simulate.NationalDefect} are its defects.
 *
 * <h2>Blocks</h2>
 *
 * <p>A thousand seeds have one digest ({@link io.caresettle.sim.simulate.Blocks}). It depends on
 * the code alone, not on threads, the machine or the seal of messages; {@code simulate --blocks
 * FILE} lives them again and says which differ, and {@code --block K} lives one again that is
 * known: of this version those in {@code simulate-blocks.txt}. A change of the code that is meant
 * to be a change makes other blocks.
 *
 * <h2>What it leaves out</h2>
 *
 * <p>With {@link io.caresettle.sim.simulate.Crypto#STUB}, messages travel without the seal of a
 * session; documents are signed with SM2 all the same. With {@link
 * io.caresettle.sim.simulate.Crypto#REAL}, each is sealed by one end of a session and opened by the
 * other when it leaves, and a spoiled one must not open, which ends the session. Either way, what a
 * real session would refuse because it came twice or late is delivered, as if another session
 * brought it, which is harsher.
 *
 * <p>A till signs in before it takes up what is open, over a line that fails only where the centre
 * is down. A copy of a journal is restored only where the centre was told of more than the copy
 * holds: settlements here, other than a terminal's, do not tell it where the chain stands, so that
 * it could not know an almost new copy for one. The audit chain is made of a simulated disk's own
 * links; those of a journal are for its own tests. At the day's end nobody confirms a remedy.
 *
 * <p>Identity, entitlement and operators' acts are decided beforehand. A process is its tasks in
 * one thread, so what two threads do at once is for other tests, and so is the journal on a real
 * disk. A patient is looked up at the centre without a line.
 */
@NullMarked
package io.caresettle.sim.simulate;

import org.jspecify.annotations.NullMarked;
