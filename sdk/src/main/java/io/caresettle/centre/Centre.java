package io.caresettle.centre;

import io.caresettle.credential.Credential;
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

  /** Whose credential is this? A code is bound to the visit that shows it first. */
  Reply<LookedUp> lookUp(
      Credential credential, String visitNumber, String operator, Duration within);

  /** Trial (预结算): who would pay what. No money moves. */
  Reply<Trial> trial(TrialRequest request, Duration within);

  /** Settles (结算). The caller has made its intent durable before. */
  Reply<Receipt> settle(SettleRequest request, Duration within);

  /** What became of an earlier settle message? */
  Reply<Fate> query(SettleMessage message, Duration within);

  /**
   * Undoes a settle message whose fate is unknown (冲正), whether it arrived or not; afterwards it
   * can no longer settle. The same reversal may be sent again and again.
   */
  Reply<Undone> reverse(ReverseRequest request, Duration within);

  @Override
  void close();
}
