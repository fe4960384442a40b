/** Every rule of the law, where it is enforced and which story holds it. */
@NullMarked
package io.caresettle.sim.rules;

import org.jspecify.annotations.NullMarked;
