package io.caresettle.sim.command;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.WorkingLine;
import io.caresettle.split.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One bill under the rules at hand and under others: who pays more, who less, and by which step.
 */
record WhatIf(SplitCase given, Estimate now, Estimate then) {

  /** For the patient. */
  enum Verdict {
    GAINS("少付", "gains"),
    LOSES("多付", "loses"),
    SAME("不变", "unchanged");

    private final String zh;
    private final String en;

    Verdict(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    String zh() {
      return zh;
    }

    String en() {
      return en;
    }
  }

  /** A step whose sums are others; without any on the side where there is no such step. */
  record Change(String id, List<WorkingLine> now, List<WorkingLine> then) {}

  /** What the patient pays in the end, from whichever pocket. */
  static Money patient(Estimate estimate) {
    return estimate
        .split()
        .paidBy(Payer.PERSONAL_ACCOUNT)
        .plus(estimate.split().paidBy(Payer.FAMILY_ACCOUNT))
        .plus(estimate.split().paidBy(Payer.CASH));
  }

  /** By how much the patient pays more; below zero, less. */
  Money change() {
    return patient(then).minus(patient(now));
  }

  Verdict verdict() {
    long fen = change().fen();
    return fen < 0 ? Verdict.GAINS : fen > 0 ? Verdict.LOSES : Verdict.SAME;
  }

  /** By how much each payer pays more, as far as it is not nothing. */
  Map<Payer, Money> byPayer() {
    Map<Payer, Money> changes = new LinkedHashMap<>();
    for (Payer payer : Payer.values()) {
      Money more = then.split().paidBy(payer).minus(now.split().paidBy(payer));
      if (more.fen() != 0) {
        changes.put(payer, more);
      }
    }
    return changes;
  }

  /** The steps that come to something else, in the order in which they run. */
  List<Change> steps() {
    Map<String, List<WorkingLine>> before = byStep(now);
    Map<String, List<WorkingLine>> after = byStep(then);
    Set<String> ids = new LinkedHashSet<>(before.keySet());
    ids.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (String id : ids) {
      List<WorkingLine> was = before.getOrDefault(id, List.of());
      List<WorkingLine> is = after.getOrDefault(id, List.of());
      if (!sums(was).equals(sums(is))) {
        changes.add(new Change(id, was, is));
      }
    }
    return changes;
  }

  private static List<String> sums(List<WorkingLine> lines) {
    return lines.stream().map(WorkingLine::sum).toList();
  }

  private static Map<String, List<WorkingLine>> byStep(Estimate estimate) {
    Map<String, List<WorkingLine>> steps = new LinkedHashMap<>();
    for (WorkingLine line : estimate.working()) {
      steps.computeIfAbsent(line.basis().id(), id -> new ArrayList<>()).add(line);
    }
    return steps;
  }
}
