/**
 * A person's settlement year: what every bill added to its sums, and how a bill is undone.
 *
 * <p>A law that counts deductibles, ceilings and burdens by the year needs to know what the year
 * has used. That knowledge is kept in one way only: a {@link io.caresettle.sim.ledger.Ledger} to
 * which entries are added and from which nothing is ever removed. An entry says which settlement
 * moved which sum by how much; a balance is the fold over the entries, never a number of its own. A
 * sum belongs to a person, a settlement year, a scheme and a name, and one that counts a single
 * stay to that stay as well. The year is the pack's: it may start on any day, and a stay may count
 * in the year in which it ends (NT 41, paragraph 3).
 *
 * <p>{@link io.caresettle.sim.ledger.Settlements} judges one {@link io.caresettle.sim.ledger.Visit}
 * after the other on top of the ledger. To cancel one, entries of the opposite sign are added, so
 * that every sum stands again exactly where it stood. What becomes of the visits settled after it
 * is the centre's own rule, a {@link io.caresettle.sim.ledger.Profile}: they must be cancelled
 * first, or are computed anew, or stay. A visit computed anew comes back with what was judged and
 * what is judged now.
 *
 * <p>All of it is pure: no clock, no disk, and every change makes a new value. The balances of the
 * accounts are not sums of a year; they come with each visit and are not followed here. The live
 * centre does not use this package yet: it keeps the year's sums with its accounts, and of its
 * cancellations it knows one rule.
 */
@NullMarked
package io.caresettle.sim.ledger;

import org.jspecify.annotations.NullMarked;
