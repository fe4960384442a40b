/**
 * Who is entitled to what on a day: the simulated centre's own decision, from what it has on record
 * of a person and what the person's area says.
 *
 * <p>The terminal judges a visit by dates that the centre gave it; here those dates are decided. A
 * {@link io.caresettle.sim.entitle.History} holds what happened and nothing that follows from it:
 * which money arrived when, which month was not paid, a birth, a judgment. {@link
 * io.caresettle.sim.entitle.HistoryFile} reads one from a person file and tells all its faults at
 * once. {@link io.caresettle.sim.entitle.Entitle} decides a day of service by the {@link
 * io.caresettle.sim.entitle.Ordinance} of that day and answers with an {@link
 * io.caresettle.sim.entitle.Entitlement}: every {@link io.caresettle.sim.entitle.Cover} with its
 * first and last day and its interruptions, and how pool, account and critical illness stand.
 * {@link io.caresettle.sim.entitle.CareDesk} goes on from there: how the pool pays for this care at
 * this place, at once, by hand or not at all.
 *
 * <h2>Two days</h2>
 *
 * <p>The day of service decides (R-ELIG-22), and the day on which the centre is asked says what it
 * can know by then. Money that comes in July opens nothing in June while it is June; asked again in
 * July, the days of June are payable after all, and from the day after the money they are settled
 * at the counter. Until then the answer says until when the money may come.
 *
 * <h2>How the texts are read</h2>
 *
 * <ul>
 *   <li>What an ordinance leaves open between readings is read in the strictest way, so the centre
 *       promises nobody what no text gives, and the answer says that it is not published and cites
 *       no article for it: Shanghai names no first day after an employer's money, so it is the
 *       month after; Hainan does not say whether the account outlasts a suspension, so it does not.
 *       A length that nobody published opens nothing. Money that made up arrears is another thing:
 *       benefits then go on (SH 15¶1), from the day after.
 *   <li>On a day before a city's own text its province's law holds by itself, of its ranges what is
 *       worst for the person. Where no text is in force nothing opens.
 *   <li>Between two jobs the account is as in a suspension, while joining up can still make one
 *       enrolment of both (SZ 21¶3, 24); after that no text speaks of it.
 *   <li>Three months to make up arrears, or to join two enrolments, begin with the first month that
 *       was not paid (NT 12¶2 says so; SZ 21, 24 and NT 11 only name the number). What is not made
 *       up is not over, and months in a row are one gap.
 *   <li>A waiting is as long as the ordinance of the day says on which it began (SH 15¶2, 17), and
 *       where that had published nothing, as the first one since ({@code WaitingLaw}).
 *   <li>Three months after a birth end on the day of the same number, that day included (SZ 80).
 *   <li>Where a text forbids two schemes and names no order, the employees' pays: the residents' is
 *       for those who are not in it (JS 10¶3, NT 17¶1, SH 12¶2, HN 9¶4). Of two areas the enrolment
 *       that began first stands. Both are told as R-DUAL-01.
 *   <li>Became an employee during a stay (NT 41(5)): the text gives a choice and does not say to
 *       whom; the ordinance's word decides.
 *   <li>A newborn after the window pays like anybody late, but without waiting (JS 15¶4), and is a
 *       child from the next year on. In Suzhou, whose SZ 29¶3 gives newborns a window of their own,
 *       who missed it is covered from the next month like anybody (SZ 29¶1 makes no exception, and
 *       does not call it a waiting as SZ 20 does: the stricter of two readings); who gets aid, of
 *       whom SZ 29 does not speak, is covered from the payment (JS 15¶4).
 *   <li>The day of release from prison is still a day in prison.
 * </ul>
 *
 * <p>Each rule is a {@link io.caresettle.sim.entitle.CentreRule}; a test leaves out one after the
 * other and sees which stories notice. Nothing here is shared with the terminal's {@code
 * eligibility}: where both say the same, two readings agree.
 */
@NullMarked
package io.caresettle.sim.entitle;

import org.jspecify.annotations.NullMarked;
