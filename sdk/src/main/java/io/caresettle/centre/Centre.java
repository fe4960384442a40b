package io.caresettle.centre;

import io.caresettle.split.Catalogue;
import java.time.Duration;

/**
 * The insurance centre (医保中心): it alone knows who is insured, what is left in an account, and
 * whether a settlement stands.
 *
 * <p>Every call blocks for at most {@code within} and never throws for anything that the line or
 * the other end does. An interrupted call keeps the interrupt flag and answers {@link
 * Reply.NotSent} or {@link Reply.NoAnswer}. Implementations are safe for use by many threads.
 */
public interface Centre extends AutoCloseable {

  /** Opens the terminal's day (签到). */
  Reply<SignedIn> signIn(SignIn request, Duration within);

  /** The catalogue that is in force today. */
  Reply<Catalogue> catalogue(Duration within);

  /** What the centre decides about a credential before it says whose it is. */
  CredentialDesk credentials();

  /** Whose credential is this? A code is bound to the visit that shows it first. */
  Reply<LookedUp> lookUp(LookUpRequest request, Duration within);

  /** Visits that are opened before anybody knows whose they are. */
  Registrations registrations();

  /** Relatives whose accounts may pay. */
  FamilyDesk family();

  /** What was billed and paid outside of settlements. */
  CostDesk costs();

  /** Injuries, and third parties that may have to pay. */
  ThirdPartyDesk thirdParty();

  /** Leave to let commercial insurers and mutual funds know of settlements. */
  AuthorisationDesk authorisations();

  /** Trial (预结算): who would pay what. No money moves. */
  Reply<Trial> trial(TrialRequest request, Duration within);

  /**
   * Looks whether a settle message could leave now: there is a session, and a place on it. Asked
   * before an intent is durable, so that a centre that is away costs no record. The ticket is
   * handed to {@link #settle} and closed by whoever got it.
   *
   * @return never {@link Reply.Refused}
   */
  Reply<Reservation> reserve(Duration within);

  /**
   * Makes a settle message exactly as it will be sent. Sends nothing.
   *
   * @throws RuntimeException when it cannot be signed; then there is nothing to keep
   */
  PreparedSettlement prepare(SettleRequest request);

  /** The same for a reversal. */
  PreparedReversal prepare(ReverseRequest request);

  /** The same for a cancellation. */
  PreparedCancellation prepare(CancelRequest request);

  /**
   * Whether a document that was kept can be sent as it is. It cannot when the terminal has another
   * key since: the centre believes whoever speaks, and nobody else.
   */
  boolean canSend(Evidence kept);

  /** Settles (结算). The caller has made {@code prepared} durable before. */
  Reply<Receipt> settle(PreparedSettlement prepared, Reservation way, Duration within);

  /** What became of an earlier settle message? */
  Reply<Fate> query(SettleMessage message, Duration within);

  /**
   * Undoes a settle message whose fate is unknown (冲正), whether it arrived or not; afterwards it
   * can no longer settle. The same reversal may be sent again and again.
   */
  Reply<Undone> reverse(PreparedReversal prepared, Duration within);

  /**
   * Undoes a settlement that stands (撤销). The caller has made {@code prepared} durable before. The
   * same cancellation may be sent again and again, and is done once.
   */
  Reply<Cancelled> cancel(PreparedCancellation prepared, Duration within);

  /** The comparison of both books at the end of a day. */
  DayEndDesk dayEnd();

  /**
   * What somebody may have at one visit, where that is asked apart from the person. Nothing waits
   * for it that could go on without: the trial decides.
   */
  default Reply<Benefits> benefits(BenefitRequest request, Duration within) {
    return new Reply.Answered<>(Benefits.NONE);
  }

  /** The claiming of what the funds owe. */
  default ClearingDesk clearing() {
    return ClearingDesk.NONE;
  }

  /** The countersigning of audit chains. */
  AuditDesk audit();

  /** Long-term care, whose fund keeps a ledger of its own. */
  LongTermCare longTermCare();

  /** The calls of visits of several, one by one. */
  default VisitDesk visits() {
    return VisitDesk.NONE;
  }

  @Override
  void close();
}
