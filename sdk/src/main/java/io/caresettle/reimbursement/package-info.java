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
 * within the settlement year of the care and is a claim by hand afterwards; what was paid while
 * networked settlement was suspended is claimed by hand in Jiangsu (JS 65¶2) and settled in
 * Shanghai (SH 53¶3).
 */
@NullMarked
package io.caresettle.reimbursement;

import org.jspecify.annotations.NullMarked;
