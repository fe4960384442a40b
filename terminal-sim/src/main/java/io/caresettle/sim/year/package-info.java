/**
 * A year that nobody lived: invented people of an area, their bills, and what it came to.
 *
 * <p>{@link io.caresettle.sim.year.GeneratedYear} makes people from a seed, each with one of their
 * own, so that person 4711 of a seed is the same alone as among ten thousand. {@code People} says
 * who they are and {@code Enrolments} how they are insured, with what was paid late or never;
 * {@code Wishes} is the care they had, in {@code Houses} of several levels and grades; {@code
 * Filings} and {@code Illness} are what they asked for before it. None of that decides anything.
 *
 * <p>A {@code Life} then takes bill after bill to a counter. The {@code Agency} decides by the
 * centre's reading who is entitled, and tells the {@code Till} the dates; the till judges the visit
 * and estimates by its plan, the agency adjudicates and keeps the books. The two are held together
 * word by word and fen by fen: what the till opens the centre must open, category, group, class,
 * way of being away and number of the stay must be one, every payer, purse, line and sum of the
 * year; where a figure is unknown to one the other must stop, too. A {@link
 * io.caresettle.sim.year.Disagreement} names seed, person and visit. A bill that is refunded must
 * leave books and account as if it had never been.
 *
 * <p>{@link io.caresettle.sim.year.YearFigures} counts, and {@link
 * io.caresettle.sim.year.YearReport} draws what a person should look at and find plausible or not.
 *
 * <p>What is invented is invented to be wide, not to be likely: there are more odd prescriptions,
 * lost agreements and unfiled journeys than in any town.
 */
@NullMarked
package io.caresettle.sim.year;

import org.jspecify.annotations.NullMarked;
