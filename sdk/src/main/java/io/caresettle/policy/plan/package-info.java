/**
 * The law of one area on one day, compiled: an immutable list of steps over {@code long} registers,
 * each with the article it rests on. Pure: no clock, no disk, no logging, nothing but {@code
 * java.base} and {@code money}.
 *
 * <p>A {@link io.caresettle.policy.plan.Plan} is for one scheme, category, kind of care and level.
 * Its steps are of eleven closed kinds ({@link io.caresettle.policy.plan.Step}) and there is no
 * expression language: what a pack can say, a clerk can check. It runs on a {@link
 * io.caresettle.policy.plan.Sheet}, which belongs to the caller and may be used again; a plan may
 * be shared by any number of threads.
 *
 * <p>The {@link io.caresettle.policy.plan.Working} of a run is a sink of plain numbers and costs
 * nothing when it is off. What a clerk or a patient reads is made afterwards ({@link
 * io.caresettle.policy.plan.WorkingLine}): the operands, the result, the remainder that rounding
 * took, and, where a step did less than one might expect, why not.
 */
@NullMarked
package io.caresettle.policy.plan;

import org.jspecify.annotations.NullMarked;
