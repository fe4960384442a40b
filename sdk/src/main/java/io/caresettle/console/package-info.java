/**
 * What our command-line programs have in common: exit codes, the console's charset, and how a
 * problem is told.
 *
 * <p>Only programs see this package. It needs picocli, which library users do not get.
 */
@NullMarked
package io.caresettle.console;

import org.jspecify.annotations.NullMarked;
