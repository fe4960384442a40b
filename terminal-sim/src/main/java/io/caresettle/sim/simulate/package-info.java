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
 * jumps; the centre restarts, or comes back with the books of an hour ago. Then all is mended,
 * every process that is down comes back, and the seed lives on until nothing is left to do, for at
 * most a day. At last {@code Invariants} compares the books of all sides; some are looked at all
 * the time, such as that nothing leaves a till that is not durable there.
 *
 * <p>What a seed did is told by its {@code Chronicle}, whose digest says whether it lived the same
 * way again.
 *
 * <h2>Whether it would notice</h2>
 *
 * <p>A {@code Defect} breaks one rule of the design at a seam, never in the code that ships. A
 * pinned seed catches it in every build, and a simulation that stops catching one is itself broken.
 * Three have no seed yet: a centre that remembers its messages only in memory, one that loses its
 * tombstones, and a caller that settles again after its crash. So it is not known that these would
 * be noticed.
 *
 * <h2>What it leaves out</h2>
 *
 * <p>Messages travel without the seal of a session: what a real session would refuse, because it
 * came twice, late or spoiled, is dropped here where it was spoiled and delivered where it was not,
 * which is harsher. Identity, entitlement and operators' acts are decided beforehand. A process is
 * its tasks in one thread, so what two threads do at once is for other tests, and so is the journal
 * on a real disk. A patient is looked up at the centre without a line.
 */
@NullMarked
package io.caresettle.sim.simulate;

import org.jspecify.annotations.NullMarked;
