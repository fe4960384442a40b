package io.caresettle.sim.adjudicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the funds pay of one bill, payment by payment in the order of the steps. */
final class PaidSheet {

  /** One step's payment. */
  static final class Payment {
    final String payer;

    /** A supplement's name. */
    final Optional<String> name;

    /** The sum of the year that counts this payment. */
    Optional<String> accumulator;

    Fraction amount;

    Payment(String payer, Optional<String> name, Optional<String> accumulator, Fraction amount) {
      this.payer = payer;
      this.name = name;
      this.accumulator = accumulator;
      this.amount = amount;
    }
  }

  final List<Payment> payments = new ArrayList<>();

  /** F: what all funds pay so far. */
  Fraction funds() {
    Fraction sum = Fraction.ZERO;
    for (Payment payment : payments) {
      sum = sum.plus(payment.amount);
    }
    return sum;
  }

  Fraction by(String payer) {
    Fraction sum = Fraction.ZERO;
    for (Payment payment : payments) {
      sum = payment.payer.equals(payer) ? sum.plus(payment.amount) : sum;
    }
    return sum;
  }

  Map<String, Long> supplements() {
    Map<String, Long> byName = new HashMap<>();
    for (Payment payment : payments) {
      payment.name.ifPresent(name -> byName.put(name, payment.amount.exact()));
    }
    return byName;
  }
}
