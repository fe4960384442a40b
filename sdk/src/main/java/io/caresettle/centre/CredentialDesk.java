package io.caresettle.centre;

import java.time.Duration;

/**
 * What the centre decides about a credential before it says whose it is. As with every call of a
 * {@link Centre}, nothing is thrown for what the line or the other end does.
 *
 * <p>Each request has an id of its own, under which it may be asked again and again: the answer is
 * the same, and what was done was done once. An answer that is lost is asked for again by itself,
 * for as long as {@code within} lasts.
 */
public interface CredentialDesk {

  /**
   * Has a national code judged, and bound to this institution, terminal and visit. Shown again at
   * the same visit, it is the same binding; anywhere else the centre refuses it.
   */
  Reply<CodeBinding> resolve(CodeRequest request, Duration within);

  /** First step of a card's proof: what the card is to be asked. The centre chooses it. */
  Reply<CardChallenge> authenticate(CardRequest request, Duration within);

  /**
   * Second step: what the card answered, and what the centre makes of it. Only with a genuine card
   * comes what opens its holder's data.
   */
  Reply<CardVerdict> confirm(CardConfirmation confirmation, Duration within);
}
