/**
 * The simulator's command line: one class a command, registered in {@link
 * io.caresettle.sim.command.Main}.
 *
 * <p>Exit codes, the same everywhere: 0 good; 1 ran and found a failure or a difference; 2 bad
 * input or usage; 3 centre unreachable or outcome unknown.
 */
@NullMarked
package io.caresettle.sim.command;

import org.jspecify.annotations.NullMarked;
