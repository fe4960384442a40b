package io.caresettle.operator;

import io.caresettle.identity.IdentityRule;
import io.caresettle.identity.IdentityRules;
import io.caresettle.journal.Act;
import io.caresettle.journal.ActDraft;
import io.caresettle.journal.ActKind;
import io.caresettle.journal.Journal;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.NotPermitted;
import io.caresettle.protocol.keys.SigningPair;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Who is on duty at one terminal, what they may do, and the journal of what they did (R-DATA-06, SZ
 * 66). Safe for use by many threads.
 */
public final class Duty {

  private static final String SIGNER = "signer";

  private final OperatorBook book;
  private final IdentityRules rules;
  private final Journal journal;
  private final Clock clock;
  private final Set<Shift> shifts = ConcurrentHashMap.newKeySet();

  public Duty(OperatorBook book, IdentityRules rules, Journal journal, Clock clock) {
    this.book = book;
    this.rules = rules;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Puts an operator on duty. That the key is the operator's is proved by the signature on the act
   * of taking the shift, which holds this journal's name and the time.
   *
   * @throws NotPermitted when the book has no such operator, or with another key
   * @throws DeviceFault when the key's device does not sign
   */
  public Shift take(OperatorKey key) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    Optional<Operator> known = book.find(key.id());
    if (rules.asks(IdentityRule.R_DATA_06)
        && known.filter(o -> o.key().equals(key.pair().publicKey())).isEmpty()) {
      throw new NotPermitted(
          "接班 / take a shift",
          key.id(),
          known.isEmpty() ? "nobody in the book of operators" : "somebody with another key",
          "an operator of the book with the key that is named there");
    }
    Operator operator =
        known.orElseGet(
            () -> Operator.of(key.id(), OperatorRole.SUPERVISOR, key.pair().publicKey()));
    Shift shift = new Shift(operator, key.pair(), now);
    shifts.add(shift);
    boolean taken = false;
    try {
      note(shift, ActKind.SHIFT_TAKEN, "", new ActBody().put("role", operator.role()));
      taken = true;
      return shift;
    } finally {
      if (!taken) {
        shifts.remove(shift);
      }
    }
  }

  /** Ends one shift and begins the next; both operators sign. Nothing ends when either cannot. */
  public Shift handOver(Shift from, OperatorKey to) {
    require(from, Permission.HAND_OVER);
    Shift next = take(to);
    note(from, ActKind.SHIFT_HANDED_OVER, "", new ActBody().put("to", next.operatorId()));
    from.end();
    shifts.remove(from);
    return next;
  }

  /**
   * Lets through only whoever is on duty here and may do it.
   *
   * @throws NotPermitted when the operator's role may not do it
   * @throws Misuse when the shift is over, or was taken at another terminal
   */
  public void require(Shift shift, Permission permission) {
    requireOnDuty(shift);
    if (rules.asks(IdentityRule.R_DATA_06) && !shift.role().may(permission)) {
      throw new NotPermitted(
          permission.zh() + " / " + permission.en(),
          shift.operatorId(),
          shift.role().name(),
          Arrays.stream(OperatorRole.values())
              .filter(role -> role.may(permission))
              .map(OperatorRole::name)
              .collect(Collectors.joining(", ")));
    }
  }

  private void requireOnDuty(Shift shift) {
    if (shift.isOver() || !shifts.contains(shift)) {
      throw new Misuse(
          "The shift of "
              + shift.operatorId()
              + " is over, or was taken at another terminal: take a shift here");
    }
  }

  /**
   * Signs what the operator did with the operator's key, and keeps it.
   *
   * @param visitNumber empty where it concerns none
   * @throws DeviceFault when it could not be signed; nothing is kept
   * @throws io.caresettle.problem.JournalUnavailable when it could not be kept
   */
  public Act note(Shift shift, ActKind kind, String visitNumber, ActBody what) {
    return journal.note(List.of(signed(shift, kind, visitNumber, what))).get(0);
  }

  /**
   * The same for an act that only asks for what the journal records next: it is durable no later
   * than that ({@link Journal#noteWithNext}).
   */
  public void noteWithNext(Shift shift, ActKind kind, String visitNumber, ActBody what) {
    journal.noteWithNext(List.of(signed(shift, kind, visitNumber, what)));
  }

  private ActDraft signed(Shift shift, ActKind kind, String visitNumber, ActBody what) {
    requireOnDuty(shift);
    Instant time = Instant.ofEpochMilli(clock.millis());
    String body =
        new ActBody().put(SIGNER, shift.pair().publicKey().key().hex()).text() + what.text();
    String id = shift.operatorId();
    byte[] signature =
        sign(shift.pair(), ActDraft.signed(journal.epoch(), kind, visitNumber, id, time, body), id);
    return new ActDraft(kind, visitNumber, id, time, body, signature);
  }

  /** Verified at once: an act that nobody can check later is none. */
  private static byte[] sign(SigningPair pair, byte[] message, String id) {
    String what = "An act of operator " + id + " could not be signed, and nothing of it was done";
    byte[] signature;
    try {
      signature = pair.sign(message);
    } catch (RuntimeException e) {
      throw new DeviceFault(
          DeviceFault.Kind.SIGNING_FAILED,
          what + ": look at the device with the operator's key",
          e);
    }
    if (!pair.publicKey().verify(message, signature)) {
      throw new DeviceFault(
          DeviceFault.Kind.SIGNING_FAILED,
          what + ": the device signs with another key than its operator's");
    }
    return signature;
  }
}
