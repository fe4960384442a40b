/** The command line, run as a person would. */
@NullMarked
package io.caresettle.sim.command;

import org.jspecify.annotations.NullMarked;
