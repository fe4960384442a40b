package io.caresettle.eligibility;

import io.caresettle.money.Payer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the rules said so far, and what follows from it for each payer. */
final class Findings {

  private final List<Finding> said = new ArrayList<>();

  void open(List<Payer> payers, String rule, String article, String zh, String en) {
    payers.forEach(payer -> said.add(new Finding(payer, true, rule, article, zh, en)));
  }

  void close(List<Payer> payers, String rule, String article, String zh, String en) {
    payers.forEach(payer -> said.add(new Finding(payer, false, rule, article, zh, en)));
  }

  List<Finding> inOrder() {
    return said;
  }

  /** Who was opened by a rule and closed by none; cash without being asked. */
  Set<Payer> open() {
    Set<Payer> open = EnumSet.of(Payer.CASH);
    said.stream().filter(Finding::open).map(Finding::payer).forEach(open::add);
    said.stream().filter(f -> !f.open()).map(Finding::payer).forEach(open::remove);
    return open;
  }
}
