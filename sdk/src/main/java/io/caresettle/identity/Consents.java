package io.caresettle.identity;

import io.caresettle.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * What was agreed to for one bill, line by line, or why nobody had to be asked.
 *
 * @param emergency why an emergency or a rescue lifts the need (急救、抢救); empty where there is none
 */
public record Consents(List<Consent> given, Optional<String> emergency) {

  private static final Consents NONE = new Consents(List.of(), Optional.empty());

  /**
   * @throws IllegalArgumentException when two consents are to one line, or a reason says nothing
   */
  public Consents {
    given = List.copyOf(given);
    if (given.stream().map(Consent::lineId).distinct().count() != given.size()) {
      throw new IllegalArgumentException("Two consents are to one line: give one for each line");
    }
    if (emergency.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("An emergency has a reason: say which");
    }
  }

  /** Nobody was asked: for a bill in which everything is in scope. */
  public static Consents none() {
    return NONE;
  }

  public static Consents of(Consent... given) {
    return new Consents(List.of(given), Optional.empty());
  }

  /** An emergency or a rescue lifts the need for this whole bill. */
  public static Consents emergency(String reason) {
    return new Consents(List.of(), Optional.of(reason));
  }

  public boolean isEmpty() {
    return given.isEmpty() && emergency.isEmpty();
  }

  Optional<Consent> forLine(String lineId) {
    return given.stream().filter(c -> c.lineId().equals(lineId)).findFirst();
  }

  Money upTo() {
    return given.stream().map(Consent::upTo).reduce(Money.ZERO, Money::plus);
  }
}
