/**
 * The end of a day (日终对账): this terminal's book beside the centre's.
 *
 * <p>First the sums of each clearing group are compared, by scheme, kind of care and clearing
 * office. Where they are equal, all bills of the group that have ended are kept as reconciled.
 * Where they are not, both books are laid side by side, settlement by settlement and by the message
 * that asked for it, and each pair is a {@link io.caresettle.reconciliation.Difference}: the same,
 * another amount, only ours, only theirs, or carried over because it has not ended here. What is
 * not found on its own day is looked for on the day before and the day after, because both clocks
 * may differ.
 *
 * <p>{@code Comparison} is the pure core: two lists make differences, and each difference names its
 * {@link io.caresettle.reconciliation.Remedy} or none. {@link io.caresettle.reconciliation.DayEnd}
 * asks the centre, and carries a remedy out after an operator has confirmed it:
 *
 * <ul>
 *   <li>What the centre holds and is undone here is reversed again.
 *   <li>What the centre holds and this journal has never heard of is an alarm, for a journal was
 *       lost, or somebody settles with our numbers. There is no attempt that could be disputed, so
 *       it is told, signed for by the operator, and told again at each comparison of that day.
 *   <li>What stands here and not at the centre is disputed, and never settled again.
 *   <li>What has other amounts is disputed with both sides in the reason.
 * </ul>
 *
 * <p>A remedy is for what was seen: if the bill has changed since, it is refused, and the day is
 * compared again. Nothing but what both books agree on is ever closed without a person.
 *
 * <p>Where a centre wants to be asked for what the funds owe, that follows the days of a month: see
 * {@link io.caresettle.centre.ClearingDesk}, and {@code terminal.dayEnd(shift).clearing()}.
 *
 * <p>The sums carry the head of the audit chain, and the centre's receipt for it is kept in the
 * journal. {@link io.caresettle.reconciliation.DayReport} is the result, as text and CSV; {@link
 * io.caresettle.reconciliation.Inspection} is a folder for whoever inspects (JS 63, HN 29#2). A
 * caller in Java has both from {@code terminal.dayEnd(shift)}; one that is not, from the gateway's
 * {@code /v1/days} or the tool's {@code day-end}.
 */
@NullMarked
package io.caresettle.reconciliation;

import org.jspecify.annotations.NullMarked;
