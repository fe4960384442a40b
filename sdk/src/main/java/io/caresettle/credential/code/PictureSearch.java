package io.caresettle.credential.code;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Seeks a code on a picture in stages that cost more and more, until one reads it. */
final class PictureSearch {

  private PictureSearch() {}

  /**
   * @param thinned whether points were left out when it was read: no bars are sought then
   * @param length no stage begins after it is used up, except the first
   */
  static CodeFinding find(GreyPicture taken, boolean thinned, Duration length) {
    return find(Views.of(taken, thinned), length, System::nanoTime, Stage.ALL);
  }

  static CodeFinding find(
      GreyPicture taken, Duration length, LongSupplier nanoTime, List<Stage> stages) {
    return find(Views.of(taken, false), length, nanoTime, stages);
  }

  private static CodeFinding find(
      Views views, Duration length, LongSupplier nanoTime, List<Stage> stages) {
    Budget budget = Budget.of(length, nanoTime);
    BarVotes votes = new BarVotes();
    boolean first = true;
    for (Stage stage : stages) {
      if (!first && budget.usedUp()) {
        break;
      }
      Optional<Found> found = stage.search().in(views, votes, first ? Budget.endless() : budget);
      if (found.isPresent()) {
        return new CodeFinding.Read(found.get().format(), found.get().text(), stage.name());
      }
      first = false;
    }
    return votes.any() || CodeTraces.seenIn(views, budget)
        ? new CodeFinding.Unreadable()
        : new CodeFinding.NoCode();
  }
}
