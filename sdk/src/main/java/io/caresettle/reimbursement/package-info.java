/**
 * What is paid now and claimed later (零星报销): the slip of a bill that no fund settled, and what can
 * be done about it afterwards.
 *
 * <p>{@link io.caresettle.reimbursement.ClaimSlips} makes a {@link
 * io.caresettle.reimbursement.ClaimSlip} of what was paid ({@link
 * io.caresettle.reimbursement.PaidCare}), the verdict, and the notional split ({@link
 * io.caresettle.reimbursement.FundShares}): what each fund would have paid had arrears, a
 * suspension or a missing filing not closed it. That split is printed as not paid; the employer's
 * share of a gap is claimed by it (R-ELIG-15, SZ 52, JS 72¶3). Where a figure is not published the
 * slip says so with the article, and no amount. Until when the bill can be claimed is the home
 * area's word (R-YEAR-04).
 *
 * <p>Without the centre there is a slip too, with what the counter itself knows; then nobody but
 * the patient can have paid (R-TXN-08).
 *
 * <p>{@link io.caresettle.reimbursement.LateSettlementCheck} decides what becomes of such a slip
 * once the centre answers otherwise: enrolled in time after all, contributions made up, card found,
 * centre back (R-SETL-07). It never decides for a slip that was settled anew before; the caller
 * knows that from the journal or from the centre.
 *
 * <p>Silences of the texts, and what was chosen: no text bounds a settlement anew, so it is offered
 * within the settlement year of the care and is a claim by hand afterwards. What was paid while
 * networked settlement was suspended is the agency's as long as the centre tells of the suspension,
 * for the agency alone knows what the inquiry found (JS 65¶2, SH 53¶3); once the centre took it
 * back, it is claimed by hand in Jiangsu and settled in Shanghai. A gap of contributions that was
 * made good is settled from the day after (R-ELIG-11 to -13): the verdict is then asked with the
 * day on which the bill is sent. The employer owes what the medical insurance's funds would have
 * paid and no subsidy: in Suzhou the basic and the critical-illness fund (SZ 52¶1(2), SZ 36),
 * elsewhere the basic fund (JS 72¶3, NT 11¶2).
 */
@NullMarked
package io.caresettle.reimbursement;

import org.jspecify.annotations.NullMarked;
