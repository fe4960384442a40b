/**
 * The command line of the simulator, one class a subcommand. Exit codes: 0 good, 1 refused, 2 bad
 * input or usage. Words are Chinese with English beside them.
 */
@NullMarked
package io.caresettle.sim.command;

import org.jspecify.annotations.NullMarked;
