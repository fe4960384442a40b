/**
 * A centre, counters, phones and cards on one laptop, for integrators' own tests first and for ours
 * second.
 *
 * <p>{@link io.caresettle.sim.Simulator} puts them together; each has a room of its own beside this
 * one. Nothing here ever serves a production site: the keys are in this jar for everybody to read,
 * the people and the items are invented.
 */
@NullMarked
package io.caresettle.sim;

import org.jspecify.annotations.NullMarked;
