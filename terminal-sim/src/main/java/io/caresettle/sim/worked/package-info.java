/**
 * Worked examples in their collection's own form: a bill, the policy it was computed by and the
 * amounts that must come out, all in one JSON file and none of it in our words.
 *
 * <p>An example's policy becomes a plan of {@code policy.plan} step by step, with no pack between:
 * what the examples prove is the engine. {@link io.caresettle.sim.worked.WorkedExample} reads a
 * file ({@code ExampleReader}, {@code PolicyReader}, {@code InputReader}), runs its settlements and
 * says what came out otherwise. A settlement that is cancelled goes back payer by payer; where an
 * example says that its settlements follow from one another, what one leaves is what the next must
 * begin with; an example of figures that contradict one another passes when our own check refuses
 * them.
 *
 * <p>Where a policy says what is left of a limit or deductible, that is the step's number, and
 * nothing of it was used before. Every key is read or refused; only prose ({@code title}, {@code
 * source}, notes, derivations, what was printed) is passed over.
 */
@NullMarked
package io.caresettle.sim.worked;

import org.jspecify.annotations.NullMarked;
