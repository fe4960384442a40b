package io.caresettle.sim.year;

import io.caresettle.sim.adjudicate.Judgement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a personal account holds, and those of the relatives who let it be helped, in fen.
 *
 * @param current of this year's money; below zero where it was overdrawn before
 * @param past of past years'
 * @param family what each relative's account holds, by the relative's number
 */
record Purse(long current, long past, Map<String, Long> family) {

  Purse {
    family = Map.copyOf(family);
  }

  Purse plus(long fen) {
    return new Purse(current + fen, past, family);
  }

  /** What the accounts of these relatives hold, in their order. */
  List<Long> of(List<String> relatives) {
    return relatives.stream().map(number -> family.getOrDefault(number, 0L)).toList();
  }

  /** After the accounts paid their part of a bill, to which these relatives came. */
  Purse after(Judgement.Accounts paid, List<String> relatives) {
    return moved(paid, relatives, -1);
  }

  /** After the bill was undone. */
  Purse back(Judgement.Accounts paid, List<String> relatives) {
    return moved(paid, relatives, 1);
  }

  private Purse moved(Judgement.Accounts paid, List<String> relatives, int sign) {
    Map<String, Long> held = new TreeMap<>(family);
    for (int i = 0; i < relatives.size(); i++) {
      held.merge(relatives.get(i), sign * paid.family().get(i), Long::sum);
    }
    return new Purse(current + sign * paid.currentYear(), past + sign * paid.pastYears(), held);
  }

  /** Whether nothing was taken that was not there. */
  boolean heldEnough(Judgement.Accounts paid, List<String> relatives) {
    List<Long> held = of(relatives);
    for (int i = 0; i < held.size(); i++) {
      if (paid.family().get(i) > Math.max(0, held.get(i))) {
        return false;
      }
    }
    return paid.currentYear() <= Math.max(0, current)
        && paid.pastYears() <= Math.max(0, past)
        && paid.currentYear() + paid.pastYears() <= Math.max(0, current + past);
  }
}
