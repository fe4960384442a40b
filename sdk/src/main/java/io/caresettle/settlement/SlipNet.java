package io.caresettle.settlement;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.VoluntaryPayer;
import io.caresettle.split.OtherLayer;
import io.caresettle.split.SettlementSplit;
import io.caresettle.writing.Json;
import io.caresettle.writing.Paper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a refund comes to for each payer: what went back less what it pays anew. Below zero where a
 * payer has more to pay than before, as when the deductible falls on what is left.
 */
record SlipNet(SettlementSplit returned, SettlementSplit anew) {

  /** Such a payer, and its net amount. */
  record Part(String id, String words, Money back) {}

  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Payer payer : Payer.values()) {
      if (payer == Payer.PERSONAL_ACCOUNT) {
        others(parts);
      }
      Money back = returned.paidBy(payer).minus(anew.paidBy(payer));
      if (payer == Payer.CASH || !back.equals(Money.ZERO)) {
        parts.add(new Part(payer.id(), payer.zh() + " " + payer.en(), back));
      }
    }
    return parts;
  }

  private void others(List<Part> parts) {
    Map<String, VoluntaryPayer> payers = new LinkedHashMap<>();
    Map<String, Money> back = new LinkedHashMap<>();
    for (OtherLayer layer : returned.others()) {
      payers.put(layer.payer().id(), layer.payer());
      back.merge(layer.payer().id(), layer.amount(), Money::plus);
    }
    for (OtherLayer layer : anew.others()) {
      payers.putIfAbsent(layer.payer().id(), layer.payer());
      back.merge(layer.payer().id(), Money.ZERO.minus(layer.amount()), Money::plus);
    }
    payers.forEach(
        (id, payer) -> {
          Money amount = back.getOrDefault(id, Money.ZERO);
          if (!amount.equals(Money.ZERO)) {
            parts.add(new Part(id, payer.name(), amount));
          }
        });
  }

  Money total() {
    return returned.total().minus(anew.total());
  }

  void print(Paper paper) {
    paper.pair("净退合计 Net back", total().toString());
    for (Part part : parts()) {
      paper.pair(part.words(), part.back().toString());
      if (part.back().isNegative()) {
        paper.left("  补付 to be paid besides");
      }
    }
  }

  List<Json> json() {
    return parts().stream()
        .map(part -> Json.object().put("payer", part.id()).put("amount", part.back().toString()))
        .toList();
  }
}
