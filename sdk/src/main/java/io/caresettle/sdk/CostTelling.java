package io.caresettle.sdk;

import io.caresettle.centre.Answers;
import io.caresettle.centre.Centre;
import io.caresettle.centre.Costs;
import io.caresettle.centre.CostsRecorded;
import io.caresettle.centre.Reply;
import io.caresettle.journal.Draft;
import io.caresettle.journal.Journal;
import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells the centre of costs that no fund settled (NT 41): what a counter keeps is told in the
 * rounds, and taken back before its bill is settled after all.
 */
final class CostTelling {

  /** One round does not keep the next sign-in waiting. */
  private static final int AT_ONCE = 20;

  private static final String SETTLED_AFTER_ALL = "settled after all";

  private final Centre centre;
  private final Journal journal;
  private final CostQueue queue;
  private final Alarms alarms;
  private final Clock clock;
  private final Duration alarmAge;
  private final Duration within;

  CostTelling(Centre centre, Journal journal, Alarms alarms, CheckedConfig config) {
    this.centre = centre;
    this.journal = journal;
    this.queue = new CostQueue(journal);
    this.alarms = alarms;
    this.clock = config.clock();
    this.alarmAge = config.costsAlarmAfter();
    this.within = config.deadline();
  }

  /** What keeps costs, to be made durable with what is given to the patient; none a second time. */
  List<Draft> drafts(Costs costs) {
    return queue.draft(centre.costs(), costs).map(List::of).orElse(List.of());
  }

  /** What {@link #drafts} gave is durable. */
  void kept(List<Draft> drafts) {
    drafts.forEach(queue::kept);
  }

  /** Keeps costs by themselves. */
  void keep(Costs costs) {
    List<Draft> drafts = drafts(costs);
    if (!drafts.isEmpty()) {
      var unused = journal.append(drafts);
      kept(drafts);
    }
  }

  /**
   * Takes back the costs of a bill that is to be settled after all, where there are any.
   *
   * @throws io.caresettle.problem.CentreUnreachable when no answer came, so that it cannot be
   *     settled yet
   */
  void withdraw(BillId bill, String operator, Deadline deadline) {
    Optional<String> standing = queue.standing(bill);
    if (standing.isPresent()) {
      Instant at =
          Answers.require(
              centre.costs().withdraw(standing.get(), SETTLED_AFTER_ALL, operator, deadline.left()),
              "The withdrawal of the costs of bill " + bill);
      queue.withdrawn(bill, standing.get(), at);
    }
  }

  /** One round: the first that is not answered ends it, for so will the others be. */
  void tell() {
    int told = 0;
    try {
      for (CostQueue.Waiting costs : queue.all()) {
        Optional<Reply<CostsRecorded>> reply = queue.tell(costs, centre.costs(), within);
        if (reply.isEmpty() || ++told == AT_ONCE) {
          return;
        }
        if (reply.get() instanceof Reply.Refused<CostsRecorded> refused
            && queue.standing(costs.bill()).isPresent()) {
          alarms.raise(
              AlarmTexts.costsRefused(
                  costs.bill(), refused.refusal().code(), refused.refusal().zh()));
        }
      }
    } finally {
      lookAtTheAge();
    }
  }

  /** Also while nobody can be told. */
  void lookAtTheAge() {
    List<CostQueue.Waiting> left = queue.all();
    Duration oldest =
        left.isEmpty() ? Duration.ZERO : Duration.between(left.get(0).since(), clock.instant());
    if (!left.isEmpty() && oldest.compareTo(alarmAge) >= 0) {
      alarms.raise(AlarmTexts.costsWait(left.size(), oldest));
    } else {
      alarms.over(Alarm.Kind.COSTS_WAIT);
    }
    List<BillId> unreadable = queue.unreadable();
    if (unreadable.isEmpty()) {
      alarms.over(Alarm.Kind.COSTS_UNREADABLE);
    } else {
      alarms.raise(AlarmTexts.costsUnreadable(unreadable));
    }
  }
}
