/** A counter, a centre, a card and a phone, the whole way, when something is wrong. */
@NullMarked
package io.caresettle.sim.counter;

import org.jspecify.annotations.NullMarked;
