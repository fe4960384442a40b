/**
 * The flows of the national interface behind the port {@link io.caresettle.centre.Centre}: what a
 * counter asks in its own words, said in transactions.
 *
 * <p>{@link io.caresettle.centre.national.flow.NationalConnector} makes the way, from {@link
 * io.caresettle.centre.national.flow.NationalSettings}. What the interface wants to know and a
 * counter does not say (doctors, diagnoses, lots) comes from the institution's own program ({@link
 * io.caresettle.centre.national.flow.HisDetails}); what no public source settles is a setting with
 * a safe default ({@link io.caresettle.centre.national.flow.Unconfirmed}).
 *
 * <p>A trial is a visit: 2201, 2203, 2204, 2206 of an outpatient, 2401, 2301, 2303 of a stay, 2101
 * alone in a pharmacy. Each call that leaves something behind is kept before it leaves and after it
 * is answered ({@link io.caresettle.centre.CallBook}). The settlement itself (2102, 2207, 2304) is
 * made beforehand and sent as it was kept; a discharge (2402) goes out before its settlement and is
 * kept as a call of its own. {@link io.caresettle.centre.VisitDesk} asks for and undoes single
 * calls; whose turn they are, the table of {@code settlement.visit} says.
 *
 * <p>The rules, each with a test of its name:
 *
 * <ul>
 *   <li>An answer counts when its amounts add up as the profile reads them. What it lacks is a
 *       finding; what it contradicts makes it no answer, and its bill a dispute. Where two readings
 *       of the same amounts are published, the sums decide, and never a guess.
 *   <li>An unknown settlement is found by its visit: 5201, 5204, 5203, and it is ours exactly where
 *       {@code medins_setl_id} is our message id. An empty list is never taken for "not found".
 *   <li>A reversal (2601) names the original message. What its refusal means is the profile's table
 *       of texts; "the settlement before did land" and "the gateway did not hear" are no answers.
 *   <li>A bill is bound to its lines, its visit and its person, however often it is tried; what is
 *       new with each trial binds nothing.
 *   <li>Where the platform knows a sign-in no more, the next call makes another, and what was kept
 *       under the old one is made anew.
 *   <li>An undo without an answer is asked for before it is sent again.
 *   <li>A drug without a trace code is not settled from a day on.
 *   <li>What somebody may have at a visit (2001) is asked for before its eligibility is told. It
 *       closes a payer for the days that it names, and opens none; an answer that does not come is
 *       a finding, and the trial decides.
 *   <li>Somebody insured elsewhere is named with home and place in each message. No transaction
 *       here tells a filing; where 2001 opens the pool at this institution all the same, there is
 *       one.
 *   <li>A claim (3203) leaves once, after 3201 has called its sums balanced, and so does its
 *       withdrawal (3204): what got no answer stays unknown until a person says what is there.
 *   <li>What the interface does not have is refused in words, and nothing is thrown.
 * </ul>
 */
@NullMarked
package io.caresettle.centre.national.flow;

import org.jspecify.annotations.NullMarked;
