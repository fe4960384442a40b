/** Callers that are not Java, at a counter of the simulated pharmacy, over the loopback gateway. */
@NullMarked
package io.caresettle.sim.gateway;

import org.jspecify.annotations.NullMarked;
