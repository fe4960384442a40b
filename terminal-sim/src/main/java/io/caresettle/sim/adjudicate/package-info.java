/**
 * The second reading of the law: slow, exact, and knowing nothing of the first.
 *
 * <p>The counter computes with a compiled plan over {@code long} registers. The simulated centre
 * must not borrow that plan, or every agreement between the two would be an agreement of one piece
 * of code with itself. So this package reads the same dated packs with a reader of its own, walks
 * their steps one by one over exact fractions of whole numbers, and rounds only where the pack
 * names a rounding. It depends on nothing else of this project; a test holds that.
 *
 * <p>{@link io.caresettle.sim.adjudicate.LawBook} holds the packs, {@link
 * io.caresettle.sim.adjudicate.Claim} says who asks for what, and {@link
 * io.caresettle.sim.adjudicate.LawBook#judge} answers with a {@link
 * io.caresettle.sim.adjudicate.Judgement}: the bill by what, by whom, line by line, and what the
 * year's sums are afterwards. No clock, no network; the same claim under the same book gives the
 * same fen, always.
 *
 * <h2>How a pack is read</h2>
 *
 * <p>{@code Tree} takes a file apart and refuses what nobody took; {@code Draft} is a pack as its
 * file has it; {@code Inheritance} gives it the values and the plan of the province and the nation,
 * whose packs lie in the same book. A {@code Value} is a series of tables of {@code Cell}s under
 * the words of {@code Who}; where a text can be read in two ways, the recorded decision counts, and
 * without one there is no answer. {@code PlanReader} reads the steps and refuses an order in which
 * they cannot follow one another.
 *
 * <p>A file of the kind {@code entitlement} is a {@code Bylaw}: on each of the {@code Points} it
 * has a {@code Saying}. {@code Bylaws} gives each what stands above it, and {@link
 * io.caresettle.sim.adjudicate.LawBook#ordinance} answers with the {@link
 * io.caresettle.sim.adjudicate.Ordinance} of an area and day, which says and judges nothing: who is
 * entitled by it is for others to decide.
 *
 * <h2>How a bill is worked out</h2>
 *
 * <p>{@code Working} is the sheet, {@code AccountSheet} and {@code PaidSheet} are its columns for
 * accounts and funds, and each {@code Step} writes on them: {@code Cutting} cuts the bill by what,
 * {@code Sharing} says who may pay and of which costs, {@code Pooling} and {@code Bands} let the
 * pool pay, {@code Layer} and {@code CriticalIllness} let other funds pay of what is left, {@code
 * Paying} leaves the rest to accounts and cash. {@code Allocation} lays it all on the lines.
 *
 * <p>Where the format leaves a hole, this reading closes it so that no amount is ever below zero:
 * no fund pays more than the others left of what is in scope and of the first self-pay (R-BEN-11),
 * large-sum not more than what lies above the ceiling, critical illness not more than what the bill
 * adds to the burden; what a line is dearer than its limit is not more than the line; the pool's
 * share by the patient's side, rounded up to more than there is, is nothing. An account whose parts
 * take more of a line's costs in scope than they are of the bill leaves the family's share to lie
 * on the line's other parts.
 *
 * <p>What cannot be judged ends in {@link io.caresettle.sim.adjudicate.CannotAdjudicate}, never in
 * a guess: no pack in force, two packs that both claim the day, a number that nobody published, an
 * item that is not in the catalogue, a line whose total is not price times quantity, a person's
 * group that the pack does not know, an amount too large to count.
 *
 * <p>A layer that a pack lets pay nothing until its numbers are published stops no bill; the {@link
 * io.caresettle.sim.adjudicate.Judgement} names it, with the number and the article, wherever its
 * fund was open to the bill.
 *
 * <p>How the year's sums are kept from bill to bill, and undone, is the chapter of {@code
 * io.caresettle.sim.ledger}.
 */
@NullMarked
package io.caresettle.sim.adjudicate;

import org.jspecify.annotations.NullMarked;
