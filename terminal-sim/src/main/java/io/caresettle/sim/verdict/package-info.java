/**
 * The centre's decision in the terminal's words: dates and nothing that decides.
 *
 * <p>{@link io.caresettle.sim.entitle} shares no code with the terminal, and the terminal none with
 * it. What lies between are plain records of the terminal's; {@link
 * io.caresettle.sim.verdict.TerminalsCopy} fills them.
 */
@NullMarked
package io.caresettle.sim.verdict;

import org.jspecify.annotations.NullMarked;
