/**
 * Who may have what on a day at an institution, and why not: the command {@code who-may}.
 *
 * <p>{@link io.caresettle.sim.whomay.WhoMayCommand} reads what is on record of a person, lets the
 * centre ({@link io.caresettle.sim.entitle}) decide by the area's ordinance, hands the decided
 * dates to the terminal's own check ({@link io.caresettle.eligibility.EligibilityCheck}), and
 * prints what is open, what is closed, by which rule, until when, and what the person could do.
 * Where the two do not say the same, the centre's word stands beside the terminal's.
 */
@NullMarked
package io.caresettle.sim.whomay;

import org.jspecify.annotations.NullMarked;
