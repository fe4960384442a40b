/** Who may have what, as a clerk and a program read it. */
@NullMarked
package io.caresettle.sim.whomay;

import org.jspecify.annotations.NullMarked;
