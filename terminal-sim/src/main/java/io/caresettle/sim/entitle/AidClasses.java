package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.History.Aid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which class of medical aid counts on a day (R-AID-04, R-AID-05): one of those that the person's
 * own area knows, and the best of several, never their sum.
 *
 * <p>The words are those by which the area's tables of benefits know the classes, or nobody with
 * one of them would find a plan. The area's text says them, the preferred one first.
 */
record AidClasses(Law law, List<Aid> granted, LocalDate day) {

  /** The area's classes, the best one first; none where its text does not say them. */
  private List<String> words() {
    return law.ordinance().words("aid.classes") instanceof Said.Is<Set<String>> is
        ? List.copyOf(is.value())
        : List.of();
  }

  /** The class that counts, and what is to be said of the others. */
  record Choice(Optional<String> aidClass, List<Note> notes) {}

  Choice in(String area) {
    List<Note> notes = new ArrayList<>();
    List<String> mine = new ArrayList<>();
    for (Aid aid : granted) {
      if (!aid.dates().cover(day) && law.asks(CentreRule.R_YEAR_06)) {
        continue;
      }
      if (law.asks(CentreRule.R_AID_04) && !isOf(area, aid)) {
        notes.add(
            Note.of(
                CentreRule.R_AID_04,
                "救助身份" + aid.aidClass() + "（" + aid.area() + "）不属于参保地" + area,
                "aid class " + aid.aidClass() + " of " + aid.area() + " is none of " + area));
      } else {
        mine.add(aid.aidClass());
      }
    }
    if (!law.asks(CentreRule.R_AID_05)) {
      return new Choice(mine.stream().reduce((first, last) -> last), notes);
    }
    List<String> order = words();
    Optional<String> best =
        mine.stream().min(Comparator.comparingInt((String c) -> rank(order, c)));
    mine.stream()
        .filter(c -> !c.equals(best.orElse("")))
        .forEach(
            c ->
                notes.add(
                    Note.of(
                        CentreRule.R_AID_05,
                        "多重救助身份，只按一种享受，" + c + "不计",
                        "several classes of aid: one counts, " + c + " does not")));
    return new Choice(best, notes);
  }

  private boolean isOf(String area, Aid aid) {
    return aid.area().equals(area)
        && (!(law.ordinance().words("aid.classes") instanceof Said.Is<Set<String>> is)
            || is.value().contains(aid.aidClass()));
  }

  private static int rank(List<String> order, String aidClass) {
    int at = order.indexOf(aidClass);
    return at < 0 ? Integer.MAX_VALUE : at;
  }
}
