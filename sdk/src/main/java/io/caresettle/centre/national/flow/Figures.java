package io.caresettle.centre.national.flow;

import io.caresettle.centre.national.message.Node;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The figures of a bill as they are kept with a call. */
record Figures(ScopeCut cut, SettlementSplit split) {

  static Node node(ScopeCut cut, SettlementSplit split) {
    Node node =
        Node.EMPTY
            .with("out-of-catalogue", cut.outOfCatalogue().toString())
            .with("over-limit", cut.overLimit().toString())
            .with("first-self-pay", cut.firstSelfPay().toString())
            .with("in-scope", cut.inScope().toString())
            .with("deductible", cut.deductible().toString())
            .with("total", split.total().toString());
    for (Payer payer : Payer.values()) {
      if (split.paidBy(payer).fen() > 0) {
        node = node.with(payer.id(), split.paidBy(payer).toString());
      }
    }
    return node;
  }

  /** Empty where none were kept. */
  static Optional<Figures> of(Node node) {
    if (node.text("total").isEmpty()) {
      return Optional.empty();
    }
    Map<Payer, Money> paid = new EnumMap<>(Payer.class);
    for (Payer payer : Payer.values()) {
      node.text(payer.id()).ifPresent(text -> paid.put(payer, Money.parseYuan(text)));
    }
    return Optional.of(
        new Figures(
            new ScopeCut(
                amount(node, "out-of-catalogue"),
                amount(node, "over-limit"),
                amount(node, "first-self-pay"),
                amount(node, "in-scope"),
                amount(node, "deductible")),
            new SettlementSplit(amount(node, "total"), paid)));
  }

  private static Money amount(Node node, String name) {
    return Money.parseYuan(node.text(name).orElse("0.00"));
  }
}
