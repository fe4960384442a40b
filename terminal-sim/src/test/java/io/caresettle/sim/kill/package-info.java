/** Tills that are killed in the middle of a settlement, and what anybody can find of a patient. */
@NullMarked
package io.caresettle.sim.kill;

import org.jspecify.annotations.NullMarked;
