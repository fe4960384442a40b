/** The two readings of the law, side by side. */
@NullMarked
package io.caresettle.sim.readings;

import org.jspecify.annotations.NullMarked;
