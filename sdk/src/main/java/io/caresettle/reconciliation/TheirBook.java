package io.caresettle.reconciliation;

import io.caresettle.centre.Answers;
import io.caresettle.centre.ClearingGroup;
import io.caresettle.centre.DayEndDesk;
import io.caresettle.centre.DayPage;
import io.caresettle.centre.DayQuestion;
import io.caresettle.centre.DaySettlement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Asks the centre for its settlements, page by page. */
record TheirBook(DayEndDesk desk, Set<Integer> slots, Supplier<Duration> left) {

  private static final int PAGE = 500;

  /**
   * @param group all where there is none
   */
  List<DaySettlement> of(LocalDate day, Optional<ClearingGroup> group) {
    List<DaySettlement> found = new ArrayList<>();
    Optional<DayQuestion> next =
        Optional.of(new DayQuestion(day, slots, group, Optional.empty(), PAGE));
    while (next.isPresent()) {
      DayQuestion question = next.get();
      DayPage page = Answers.require(desk.details(question, left.get()), "The day's details");
      found.addAll(page.settlements());
      if (page.settlements().isEmpty()) {
        // A page that is empty and names another one would go on for ever.
        break;
      }
      next = page.next().map(question::from);
    }
    return found;
  }
}
