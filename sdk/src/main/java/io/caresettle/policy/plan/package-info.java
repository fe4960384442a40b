/**
 * The law of one area on one day, compiled: an immutable list of steps over {@code long} registers,
 * each with the article it rests on. Pure: no clock, no disk, no logging, nothing but {@code
 * java.base} and {@code money}.
 *
 * <p>A {@link io.caresettle.policy.plan.Plan} is for one scheme, category, kind of care and level.
 * Its steps are of closed kinds ({@link io.caresettle.policy.plan.StepKind}) and there is no
 * expression language: what a pack can say, a clerk can check. It runs on a {@link
 * io.caresettle.policy.plan.Sheet}, which belongs to the caller and may be used again; a plan may
 * be shared by any number of threads.
 *
 * <p>The {@link io.caresettle.policy.plan.Working} of a run is a sink of plain numbers and costs
 * nothing when it is off. What a clerk or a patient reads is made afterwards ({@link
 * io.caresettle.policy.plan.WorkingLine}): the operands, the result, the remainder that rounding
 * took, and, where a step did less than one might expect, why not.
 *
 * <p>Beside plans there is what an area says of who may have what, and when ({@link
 * io.caresettle.policy.plan.EntitlementRules}): a closed list of names ({@link
 * io.caresettle.policy.plan.EntitlementName}), each with a {@link io.caresettle.policy.plan.Ruling}
 * and its article. What follows from it for a person is for others to decide.
 *
 * <p>A fen more in scope never lowers what the funds pay together. It may lower the patient's part:
 * by a fen for each fund after the first, since each rounds for itself; where a payment limit cuts
 * the pool, by as much cost as a fen of the pool answers to, since that lies above the ceiling and
 * another fund may pay it; and, in either direction, by the unit wherever the law rounds half-even
 * or to a jiao or yuan, since that steps by more than a fen. In no case is an amount below zero,
 * and a fund pays nothing that another paid.
 */
@NullMarked
package io.caresettle.policy.plan;

import org.jspecify.annotations.NullMarked;
