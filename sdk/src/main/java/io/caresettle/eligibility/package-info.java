/**
 * What the person at the counter may have today: from what the centre knows ({@link
 * io.caresettle.eligibility.Enrolment}) to our verdict ({@link
 * io.caresettle.eligibility.Eligibility}), payer by payer, each finding with its rule and article.
 * Decided by the date of service, never of transmission (R-ELIG-22).
 *
 * <p>The rules are asked in this order, and each leaves a finding whether it opens or closes:
 *
 * <ol>
 *   <li>An enrolment on the day of service (R-ELIG-22). Where there is none, nothing is open.
 *   <li>In the institution's own pooling area (R-OFF-03, JS 57, SZ 73). This version has no
 *       off-site filing, so a person who is insured elsewhere pays in cash.
 *   <li>Of two schemes the employee's (R-DUAL-02, SZ 53), even while its pool is suspended: the
 *       text knows no way back to the other one.
 *   <li>The resident scheme's missing account (SZ 16), then suspension (R-ELIG-14, SZ 21).
 *   <li>The institution's grade (R-INST-03, SZ 62), in Suzhou only. What grade C may draw on is a
 *       limit whose figure is not published: closed, and the finding says why. The text knows no
 *       pharmacy of grade A; one that says so is treated like B, which here makes no difference.
 *   <li>At a pharmacy, the prescription (R-RX-01, SZ 65).
 * </ol>
 *
 * <p>An {@link io.caresettle.eligibility.Eligibility} comes out in any case. It is still the only
 * ticket to estimate and quote: one with nothing open leads to full cash with a slip, and its
 * findings are what the slip says.
 */
@NullMarked
package io.caresettle.eligibility;

import org.jspecify.annotations.NullMarked;
