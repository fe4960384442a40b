/**
 * The centre as a counter sees it: the port {@link io.caresettle.centre.Centre}, in words of the
 * counter. What bytes carry them is the business of the packages below.
 *
 * <p>An answer is one of four ({@link io.caresettle.centre.Reply}), because four different things
 * follow. Only {@code NotSent} says that nothing happened; {@code NoAnswer} says that nobody here
 * knows. An answer that does not hold together (amounts that do not add up, a signature that is
 * wrong, another bill's receipt) is no answer: whoever trusted it in part would have to know which
 * part.
 */
@NullMarked
package io.caresettle.centre;

import org.jspecify.annotations.NullMarked;
