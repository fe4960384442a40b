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
 * io.caresettle.sim.adjudicate.Judgement}: the bill by what, by whom, and what the year's sums are
 * afterwards. No clock, no network; the same claim under the same book gives the same fen, always.
 *
 * <p>What cannot be judged ends in {@link io.caresettle.sim.adjudicate.CannotAdjudicate}, never in
 * a guess: no pack in force, two packs that both claim the day, an item that is not in the
 * catalogue, a line whose total is not price times quantity.
 */
@NullMarked
package io.caresettle.sim.adjudicate;

import org.jspecify.annotations.NullMarked;
