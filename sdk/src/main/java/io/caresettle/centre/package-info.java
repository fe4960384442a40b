/**
 * The centre as a counter sees it: the port {@link io.caresettle.centre.Centre}, in words of the
 * counter. What bytes carry them is the business of the packages below.
 *
 * <p>An answer is one of five ({@link io.caresettle.centre.Reply}), because five different things
 * follow. Only {@code NotSent} says that nothing happened; {@code NoAnswer} says that nobody here
 * knows. An answer that does not hold together (amounts that do not add up, a signature that is
 * wrong, another bill's receipt) is no answer: whoever trusted it in part would have to know which
 * part. {@code NotAuthentic} is told apart because it is another person's turn: who only waits and
 * asks again would give a forger time.
 *
 * <p>What the centre knows of names has interfaces of its own: {@link
 * io.caresettle.centre.Registrations} opens visits before anybody knows whose they are, and {@link
 * io.caresettle.centre.FamilyDesk} says whose account may pay for another person. Neither moves
 * money, and each may be asked again.
 *
 * <p>A split may carry what commercial insurers and mutual funds pay ({@link
 * io.caresettle.split.OtherLayer}): figures of contracts, which nobody here computes. An answer in
 * which one of them pays without the person's leave is not taken (R-DATA-07); leave is given and
 * taken back at an {@link io.caresettle.centre.AuthorisationDesk}.
 *
 * <p>What moves money is prepared, kept and sent, in this order: {@code prepare} makes the message
 * as it will be sent, the caller makes it durable, and {@code settle} or {@code reverse} sends
 * those bytes, after a restart the same ones. Receipts carry what proves them ({@link
 * io.caresettle.centre.Evidence}); a centre without signatures leaves the key id empty. With what
 * the signatures are verified later is kept once per key, in a {@link
 * io.caresettle.centre.CertificateBook}.
 *
 * <p>At sign-in a terminal tells the head of its journal's audit chain ({@link
 * io.caresettle.centre.ChainHead}) and gets it countersigned, or is granted another slot because
 * its journal is a copy; between sign-ins heads are countersigned at an {@link
 * io.caresettle.centre.AuditDesk}. Business dates are the centre's: they end at its cut-off. A
 * closed day is compared at a {@link io.caresettle.centre.DayEndDesk}, by the sums of its clearing
 * groups and then, where those differ, settlement by settlement.
 *
 * <p>What the centre decides about a credential before it says whose it is, it decides at its
 * {@link io.caresettle.centre.CredentialDesk}: whether a national code is worth anything, and to
 * which visit it is bound; what a card is asked, and whether its answer is a genuine card's. None
 * of this moves money, so a lost answer is asked for again at once, under the same request id. For
 * a code that id follows from visit and code ({@link io.caresettle.centre.CodeRequest}) and is
 * therefore the same after a restart; for a card it is fresh, because a card is asked anew each
 * time it is read. A look-up may name what was decided there, and the centre need not take the
 * terminal's word.
 */
@NullMarked
package io.caresettle.centre;

import org.jspecify.annotations.NullMarked;
