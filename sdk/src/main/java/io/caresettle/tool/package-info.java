/**
 * The program behind {@code caresettle-tool.jar}: what a production site does with keys,
 * certificates, evidence and a journal at rest at a command line.
 *
 * <p>Nothing here simulates, and nobody sees this package. Each command is thin: it asks the
 * library, prints a {@link io.caresettle.tool.Report} as text or as JSON, and ends with an {@link
 * io.caresettle.console.ExitCode}. What is wrong goes to standard error, in words that name the
 * place, what was found, what was expected and what to do.
 *
 * <p>A journal that a till has open is refused, and left as it is; {@code journal backup} alone
 * copies it while the till goes on. {@code journal show}, {@code journal verify}, {@code journal
 * evidence} and {@code journal acts} write nothing into it; {@code journal destroy} ends the days
 * that are over; {@code journal take-over} lets the recovery keys hand it to another terminal, and
 * trusts the keeper to have compared the key id of that terminal.
 *
 * <p>{@code day-end} and {@code refund} talk to the running {@code gateway} of this machine, with
 * its token: a journal has one writer, so nothing could be opened beside it. Each takes a shift for
 * the operator who signs for what is done.
 *
 * <p>No secret is an argument: others see the arguments of a process, and shells keep them. A
 * password is asked at the console without echo, or comes from a file, a command or a token. No
 * command prints one, nor a private key.
 *
 * <p>The production profile is the default of every command that looks at certificates: it refuses
 * test roots and test certificates. {@code --profile test} takes them, and says so each time.
 */
@NullMarked
package io.caresettle.tool;

import org.jspecify.annotations.NullMarked;
