package io.caresettle.settlement;

import io.caresettle.problem.RecordUnreadable;
import io.caresettle.split.BillId;
import java.util.List;

/** What is done with the bills that an earlier process left open. */
final class Openings {

  private final Works works;

  Openings(Works works) {
    this.works = works;
  }

  void takeUp() {
    works.ledger().unfinished().forEach(this::takeUp);
  }

  List<BillId> disputeCopies() {
    return works.ledger().unfinished().stream().filter(this::isDisputedAsACopy).toList();
  }

  private void takeUp(BillId bill) {
    try {
      boolean unresolved =
          works
              .ledger()
              .ask(
                  bill,
                  work -> {
                    work.happen(new Event.Restarted());
                    return work.state().unresolved();
                  });
      if (unresolved) {
        works.resolver().now(bill);
      }
    } catch (RecordUnreadable e) {
      // It stays on the list, and whoever asks for it is told why. The others are not concerned.
      return;
    }
  }

  private boolean isDisputedAsACopy(BillId bill) {
    try {
      return works
          .ledger()
          .ask(
              bill,
              work -> {
                if (work.state().unresolved() || work.state() instanceof BillState.Settling) {
                  work.happen(new Event.Contested("restored copy"));
                }
                return work.state() instanceof BillState.Disputed;
              });
    } catch (RecordUnreadable e) {
      // As with any other opening.
      return false;
    }
  }
}
