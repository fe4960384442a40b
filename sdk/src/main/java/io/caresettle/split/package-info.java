/**
 * Who pays what for one bill, to the fen. Pure: no clock, no disk, no logging, nothing but {@code
 * java.base}, {@code money} and {@code policy.plan}.
 *
 * <p>{@link io.caresettle.split.Splitter} runs the plan of a day over a {@link
 * io.caresettle.split.Bill}, or over its totals alone ({@link io.caresettle.split.Charges}), and
 * answers an {@link io.caresettle.split.Estimate}: what the bill is made of ({@link
 * io.caresettle.split.ScopeCut}), who pays it ({@link io.caresettle.split.SettlementSplit}), line
 * by line, with the working. Neither of the two can be constructed unbalanced. What the centre
 * would not say of it, such as supplements by name, the account's years, the settlement year and
 * warnings, is its {@link io.caresettle.split.Detail}.
 *
 * <p>A bill with an unknown code, a line total that its plan would round otherwise, sums of another
 * year than the bill's, or an amount nobody can count is a {@link io.caresettle.split.BillRejected}
 * with every fault of it, found before anything is computed. How an estimate is shown lies in
 * {@code writing}.
 */
@NullMarked
package io.caresettle.split;

import org.jspecify.annotations.NullMarked;
