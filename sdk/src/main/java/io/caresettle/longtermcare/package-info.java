/**
 * Long-term care at a designated carer (长期护理): a visit that begins and ends with an identity check
 * and is settled to the long-term-care fund's own ledger (R-LTC-01, R-LTC-02, R-ID-08; SH 10, 22,
 * 61, 62; SZ 45–47; NT 34).
 *
 * <p>An assessor finds a level ({@link io.caresettle.longtermcare.AssessedLevel}), the carer makes
 * a plan for it ({@link io.caresettle.longtermcare.ServicePlan}: items with standard minutes, times
 * in a period, a fee standard), and the centre keeps both by date in one {@link
 * io.caresettle.longtermcare.CareFile}, with the visits of the year, suspensions, barred caregivers
 * and the carer's agreements. From it the terminal judges alone, by {@link
 * io.caresettle.longtermcare.CareCheck}; the centre judges the same by itself, and is stricter.
 *
 * <table>
 *   <caption>A visit</caption>
 *   <tr><th>step</th><th>needs</th><th>gives</th></tr>
 *   <tr><td>start</td><td>file, person identified for the start, plan, items</td>
 *       <td>{@code CareVisit.Begun}</td></tr>
 *   <tr><td>end</td><td>that, the same person identified for the end, what was given</td>
 *       <td>{@code CareVisit.Ended}, with the centre's figures</td></tr>
 *   <tr><td>settle</td><td>that, the person's yes to the figures</td>
 *       <td>{@code CareVisit.Settled}</td></tr>
 *   <tr><td>cancel</td><td>that, a reason, nothing paid out to the carer yet</td>
 *       <td>the settlement undone; the visit keeps its place in the plan</td></tr>
 * </table>
 *
 * <p>Every check is a {@link io.caresettle.longtermcare.CareRule} with its rule id and articles.
 * All are made and all that was found is told; {@link io.caresettle.problem.CareRefused} holds it.
 *
 * <h2>Readings</h2>
 *
 * <ul>
 *   <li>The fee standard is for the standard minutes. Fewer minutes give their part, the fraction
 *       of a fen dropped. More are not given: the texts say time and frequency by the standard.
 *   <li>Minutes told for all items together are no more than passed between start and end.
 *   <li>A visit counts, for level, plan, agreement and frequency, for the day in Shanghai that it
 *       began on, also when it ends after midnight. Weeks begin on Monday.
 *   <li>A suspension (SH 62) is of networked settlement: it stops a visit that begins in it, and
 *       the settlement of an earlier one. One that is shorter or longer than the law allows stops
 *       as well, and the caregiver is told to ask.
 *   <li>Across regions (SH 10) it is the fund of the person's area that the carer has an agreement
 *       with; where the carer lies is not asked.
 * </ul>
 *
 * <h2>Who pays</h2>
 *
 * <p>The long-term-care fund and the person, and no medical fund, account or aid. Total is fund
 * plus own payment, to the fen. What the fund pays is a dated share of the area ({@link
 * io.caresettle.longtermcare.CareTerms}), with articles, standing and confidence as in a pack; how
 * long a suspension may last is said by the area's pack about entitlement alone. Shanghai, Suzhou
 * and Nantong leave it to instruments that are not known here: the answer is {@link
 * io.caresettle.longtermcare.CareShare.NotPublished}, with the article and what to do, and never a
 * guess. The area {@code test} is fictitious and has invented shares. The centre's figures bind.
 *
 * <h2>Again</h2>
 *
 * <p>Tickets live no longer than the process. After a restart the person is identified for the
 * start once more at the same visit, and the visit is begun again: the centre knows it, and its
 * first start stands. End and settlement asked again are the same end and the same settlement.
 */
@NullMarked
package io.caresettle.longtermcare;

import org.jspecify.annotations.NullMarked;
