/** The virtual card and PSAM against the recorded traces, and the reader against them. */
@NullMarked
package io.caresettle.sim.card;

import org.jspecify.annotations.NullMarked;
