/**
 * The counter, from a credential to a settled bill, in the order in which it must happen.
 *
 * <pre>{@code
 * try (Counter counter = terminal.counter(operatorKey)) {
 *   Patient patient = counter.identify(credential, registration);
 *   Eligibility eligibility = counter.eligibility(patient, visit);
 *   Estimate estimate = counter.estimate(eligibility, bill); // local, explains, cannot be settled
 *   Quote quote = counter.quote(eligibility, bill); // the centre's trial: what is confirmed
 *   SettlementOutcome outcome = counter.settle(bill.id(), quote);
 * }
 * }</pre>
 *
 * <p>Each step hands over the ticket for the next, and no ticket has a public constructor: code
 * that leaves a step out does not compile. How a settlement ended is a value with four cases; what
 * is an exception is somebody else's turn ({@link io.caresettle.problem.SettlementException}).
 *
 * <p>What waits for the centre has a twin that does not ({@code settleLater} and its like): all of
 * it is done on other threads, and the stage is told on one of them. {@code refund} cancels a bill
 * and quotes what remains under a new number, to be confirmed as any other; asked again, it goes on
 * where a crash left it.
 *
 * <p>What a terminal cannot prove itself, the centre proves through it. {@code identify} with a
 * national code has it resolved first: the centre binds it to the registered visit, where it may be
 * shown again for whatever {@link io.caresettle.credential.CodeUse} and after any lost answer, and
 * nowhere else. A counter without a PSAM reads cards with the centre as the judge:
 *
 * <pre>{@code
 * Authenticator centre = counter.authenticator(registration.visitNumber());
 * SocialSecurityCard card = new CardReader().read(slot, centre, today);
 * Patient patient = counter.identify(card, registration); // names the centre's own proof
 * }</pre>
 *
 * <p>{@code terminal.centreTime()} is the clock by which a code that tells its own life has
 * expired; it is empty until the centre has told the time.
 *
 * <p>Somebody in need who cannot show a credential is taken in with {@code registerEmergency}
 * (R-BEN-09). What that gives is no patient, so nothing can be quoted for it; {@code merge} hands
 * the visit to the patient whom a credential named since. The registration may be days old by then,
 * so the caller keeps it, and the centre alone judges whether it is one.
 *
 * <p>Long-term care has tickets of its own ({@code counter.longTermCare()}; chapter {@link
 * io.caresettle.longtermcare}): file, start, end, settlement, with the person identified at both
 * ends.
 *
 * <p>A counter belongs to an operator on duty ({@link io.caresettle.operator.Shift}). What they do
 * is signed with their own key and kept before it is done: a verdict before it is told, a consent
 * before the trial, a settlement before it is sent. Who may not is told whose turn it is. Lines out
 * of scope need a consent each, or an emergency, and are stopped before anything is sent ({@link
 * io.caresettle.identity.Consents}).
 *
 * <p>A {@link io.caresettle.sdk.Terminal} opens while the centre is down, and {@code outcomeOf}
 * asks nobody but the journal. It signs in by itself ({@code Rounds}): when it opens, when the line
 * is back, and on every business day, which ends where the centre says. What an earlier process
 * left open is looked into after that, for only the centre knows whether the journal is a copy of
 * one that went on. The first sign-in therefore shows the audit head of the opening: a copy that
 * writes would soon look like its original. Until a sign-in is answered, settlements and day's ends
 * show no newer head than it does: one that overtook it would make a copy of this till. What could
 * not be taken up, for the journal failed for that bill alone, is in the next round; visits of
 * several calls are a step of the rounds as well. A copy goes on by itself, in a new life of the
 * journal and on the slot that it is granted; what it holds open is disputed, and a person decides.
 * A centre that has no slot for it gets no settlement, query or reversal from it. A terminal that
 * may not sign in for another reason, such as a revoked one, undoes what it left open all the same.
 *
 * <p>What somebody has to do something about is an {@link io.caresettle.sdk.Alarm}. It is told to
 * the listener at once, and to whoever takes a shift, who signs for it; that act is how the journal
 * keeps it, for it keeps nothing that no bill and no person stands for.
 *
 * <p>Off-line there is full cash with a slip, and nothing else that is new. The centre is told of
 * all costs that no fund settled (NT 41): they are durable with the slip, told until the centre has
 * answered, and taken back before their bill is settled after all. What the centre holds of this
 * till and the journal does not is looked for at the first sign-in and at the end of a day, and is
 * listed among the unfinished bills until the caller acknowledges it. A centre may have several
 * addresses; a {@link io.caresettle.sdk.TerminalListener} hears of each that fails, and in good
 * time of certificates that have to be renewed.
 */
@NullMarked
package io.caresettle.sdk;

import org.jspecify.annotations.NullMarked;
