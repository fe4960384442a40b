/**
 * What can go wrong at the counter, sorted by whose turn it is.
 *
 * <p>Business answers are no exceptions: how a settlement ended is a {@code SettlementOutcome}. To
 * the five kinds of the architecture this package adds a sixth, {@link
 * io.caresettle.problem.CredentialRefused}, because a blocked card or a stranger with somebody's
 * code is neither a fault of the reader nor of the calling program: it is the turn of the person at
 * the counter. And a seventh, {@link io.caresettle.problem.CentreRefused}, for a centre that says
 * no before there is a settlement that could end: at sign-in, look-up or trial. And an eighth,
 * {@link io.caresettle.problem.RecordUnreadable}: one record that nobody here can open any more is
 * no reason to stop the journal, and {@code JournalUnavailable} would say so. And more for people:
 * {@link io.caresettle.problem.NotPermitted}, where somebody with another role has to come, and
 * {@link io.caresettle.problem.ConsentMissing}, where the patient has to be asked first, as they
 * have to where an insurer would pay that they let know of nothing ({@link
 * io.caresettle.problem.AuthorisationMissing}). And {@link io.caresettle.problem.CareRefused},
 * where a caregiver told more than the plan allows.
 */
@NullMarked
package io.caresettle.problem;

import org.jspecify.annotations.NullMarked;
