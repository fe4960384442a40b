package io.caresettle.operator;

import io.caresettle.protocol.keys.SigningPair;
import java.time.Instant;

/**
 * An operator on duty at one terminal (当班): the ticket to its counters, got by proving the key and
 * in no other way. It ends when it is handed over, or with the terminal.
 */
public final class Shift {

  private final Operator operator;
  private final SigningPair pair;
  private final Instant since;
  private volatile boolean over;

  Shift(Operator operator, SigningPair pair, Instant since) {
    this.operator = operator;
    this.pair = pair;
    this.since = since;
  }

  public String operatorId() {
    return operator.id();
  }

  public OperatorRole role() {
    return operator.role();
  }

  /** By the terminal's clock. */
  public Instant since() {
    return since;
  }

  public boolean isOver() {
    return over;
  }

  Operator operator() {
    return operator;
  }

  SigningPair pair() {
    return pair;
  }

  void end() {
    over = true;
  }

  @Override
  public String toString() {
    return "Shift[" + operator.id() + ", " + operator.role() + ", since " + since + "]";
  }
}
