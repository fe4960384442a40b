/**
 * What the person at the counter may have today: from the dates that the centre answers ({@link
 * io.caresettle.eligibility.Entitlements}) and the law of home and place ({@link
 * io.caresettle.eligibility.AreaLaw}) to our verdict ({@link
 * io.caresettle.eligibility.Eligibility}), payer by payer, each finding with its rule and article,
 * until when, and what the person could do. Decided by the date of service, never of transmission
 * (R-ELIG-22): a bill of last year is judged again as it was then (R-TXN-07).
 *
 * <p>Who is entitled from which day on, the centre decides; here it is only read. The benefits are
 * the home area's word, the institution's rules the place's. A word that nobody has said ({@link
 * io.caresettle.policy.plan.Ruling.NotPublished}) closes what rests on it, and the finding says so.
 *
 * <p>The rules ({@link io.caresettle.eligibility.EligibilityRule}) are asked in this order:
 *
 * <ol>
 *   <li>Dates that cannot be, then an enrolment on the day, at this place before elsewhere; of two
 *       schemes that both cover the day the employee's, or neither (R-ELIG-22, R-DUAL). A stay is
 *       served by one enrolment from admission to discharge, or by two that follow each other.
 *   <li>Pool and account by their own days (R-ELIG-04, -21), then what is interrupted: arrears
 *       leave the account where the area says so (R-ELIG-14) and name who bears the gap
 *       (R-ELIG-15). A gap says until when it may be made good; once it was, in time and where the
 *       text pays it, its bills are paid when they are sent after that day (R-ELIG-11 to -13).
 *   <li>Away from home a filing, an emergency or the demonstration zone (R-OFF). Who filed nothing
 *       pays here and claims at home.
 *   <li>The institution: agreement, suspensions, care over the internet, grade (R-INST).
 *   <li>At a pharmacy, the prescription (R-RX-01).
 *   <li>The care: excluded kinds, third parties, recognised diseases, stays elsewhere, the
 *       catalogue's age (R-SCOPE, R-INST-05, -06, R-DATA-08).
 *   <li>What the account is used for, and whose (R-ACCT); who is suspended pays all (R-MON-03).
 *   <li>Who pays after the pool: critical illness and the others run with it, medical aid asks for
 *       a class of the home area and a hospital of its own (R-ELIG-20, R-INST-04).
 *   <li>After these, commercial insurers and mutual funds that cover the person on the day
 *       (R-OTH-01), each only by the person's leave to tell it of the settlement (R-DATA-07).
 * </ol>
 *
 * <p>That leave ({@link io.caresettle.eligibility.Authorisation}) is for one payer, one purpose and
 * certain days of service, which SH 50 and SZ 70 leave open: data of a day that nobody named was
 * not authorised. Leave that was taken back opens nothing more, not even for an earlier day, for
 * the data would be passed now. Only Shanghai's text names direct payment at the counter (SH 50, as
 * something to be explored); the others are silent on it and forbid nothing, so whether it happens
 * is the centre's answer, in every area.
 *
 * <p>What grade C may draw on is a limit whose figure is not published: closed, and the finding
 * says why. An emergency order may lift a few of these rules on its days, and is named
 * (R-SCOPE-12).
 *
 * <p>An {@link io.caresettle.eligibility.Eligibility} comes out in any case. It is still the only
 * ticket to estimate and quote: one with nothing open leads to full cash with a slip, and its
 * findings are what the slip says. Long-term care has a fund and a ledger of its own, and a verdict
 * of its own ({@link io.caresettle.eligibility.CareVerdict}).
 */
@NullMarked
package io.caresettle.eligibility;

import org.jspecify.annotations.NullMarked;
