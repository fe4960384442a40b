package io.caresettle.settlement.visit;

import io.caresettle.centre.CallBook;
import io.caresettle.centre.Reply;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.VisitDesk;
import io.caresettle.settlement.visit.VisitSteps.State;
import io.caresettle.settlement.visit.VisitSteps.Step;
import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Brings the visits of several calls to their end: where the bill is settled, what is owed is sent;
 * where it is not and nobody goes on with it, all of the visit is undone, call by call. One thing
 * at a time, by whoever calls.
 */
public final class VisitKeeper {

  /** What is known of the money of a visit's bill. */
  public enum Settlement {
    /** Nothing was settled, or it is undone. */
    NONE,
    /** Nobody knows yet, or somebody has to decide. */
    OPEN,
    /** It stands. */
    STANDS
  }

  /**
   * A visit of which something may stand that should not, or is owed.
   *
   * @param kind the transaction whose turn it is, such as 2204
   * @param why it is not done yet
   */
  public record OpenVisit(BillId bill, String kind, String why) {}

  /** Visits older than that are a person's, who finds them in the platform's own program. */
  private static final Duration LOOKED_AT = Duration.ofDays(7);

  /** So many undos of one visit at one look: more is a loop. */
  private static final int AT_ONCE = 40;

  private final StepTable table = NationalSteps.TABLE;
  private final CallBook book;
  private final VisitDesk desk;
  private final Function<BillId, Settlement> settlement;
  private final Predicate<String> ours;
  private final Clock clock;
  private final Duration idle;
  private final Instant opened;

  /**
   * @param settlement what is known of a bill's money
   * @param ours whether this till gave out a message id: several tills may keep one journal, and a
   *     visit is looked after by the till that called last for it
   * @param idle how long after its last call a visit that was not settled counts as given up; one
   *     of an earlier process is given up at once, for its trial is forgotten
   */
  public VisitKeeper(
      CallBook book,
      VisitDesk desk,
      Function<BillId, Settlement> settlement,
      Predicate<String> ours,
      Clock clock,
      Duration idle) {
    this.book = book;
    this.desk = desk;
    this.settlement = settlement;
    this.ours = ours;
    this.clock = clock;
    this.idle = idle;
    this.opened = clock.instant();
  }

  /** One look at all visits; what is still open after it. */
  public synchronized List<OpenVisit> look(Duration within) {
    Instant now = clock.instant();
    long end = System.nanoTime() + within.toNanos();
    List<OpenVisit> open = new ArrayList<>();
    for (BillId bill : book.between(now.minus(LOOKED_AT), now.plus(LOOKED_AT))) {
      Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
      look(bill, now, left).ifPresent(open::add);
    }
    return open;
  }

  private Optional<OpenVisit> look(BillId bill, Instant now, Duration left) {
    List<VisitCall> calls = book.of(bill);
    if (calls.isEmpty() || !ours.test(calls.get(calls.size() - 1).messageId())) {
      return ofAnother(calls, now);
    }
    return switch (settlement.apply(bill)) {
      case OPEN -> Optional.empty();
      case STANDS -> owed(calls, left);
      case NONE -> isGivenUp(calls, now) ? undo(bill, left) : Optional.empty();
    };
  }

  /**
   * Nothing of another till's visit is sent from here, for its patient may sit there, and two tills
   * would undo the same call twice. Where that till has left it alone for long, a person is told.
   */
  private Optional<OpenVisit> ofAnother(List<VisitCall> calls, Instant now) {
    boolean left =
        calls.stream().map(VisitCall::at).allMatch(at -> now.isAfter(at.plus(idle).plus(idle)));
    return left
        ? waiting(calls)
            .map(
                call ->
                    new OpenVisit(
                        call.bill(),
                        call.kind(),
                        "别的收费台的就诊，请在该台处理 another till's visit, which that till has to look"
                            + " after"))
        : Optional.empty();
  }

  /** The newest call that may stand without a settlement, or is owed beside one. */
  private Optional<VisitCall> waiting(List<VisitCall> calls) {
    return calls.stream()
        .filter(call -> table.kinds().containsKey(call.kind()))
        .filter(call -> !table.kind(call.kind()).money())
        .filter(call -> !table.kind(call.kind()).leavesNothing())
        .filter(
            call ->
                switch (settlement.apply(call.bill())) {
                  case OPEN -> false;
                  case STANDS ->
                      call.kind().equals("3505")
                          && (call.state() == VisitCall.State.OWED
                              || call.state() == VisitCall.State.BEGUN);
                  case NONE ->
                      call.state() != VisitCall.State.GONE && call.state() != VisitCall.State.OWED;
                })
        .reduce((earlier, later) -> later);
  }

  private boolean isGivenUp(List<VisitCall> calls, Instant now) {
    return calls.stream()
        .map(VisitCall::at)
        .max(Instant::compareTo)
        .filter(
            last ->
                last.isBefore(opened)
                    || now.isAfter(last.plus(idle))
                    // Since then the clock was set back: the visit must not wait for that long.
                    || last.isAfter(now.plus(idle)))
        .isPresent();
  }

  private Optional<OpenVisit> owed(List<VisitCall> calls, Duration left) {
    for (VisitCall call : calls) {
      boolean due = call.kind().equals("3505") && call.state() == VisitCall.State.OWED;
      if (due && !(desk.send(call, left) instanceof Reply.Answered)) {
        return Optional.of(new OpenVisit(call.bill(), call.kind(), "not sent yet"));
      }
    }
    return calls.stream()
        .filter(call -> call.kind().equals("3505") && call.state() == VisitCall.State.BEGUN)
        .findFirst()
        .map(call -> new OpenVisit(call.bill(), call.kind(), "nobody knows whether it arrived"));
  }

  private Optional<OpenVisit> undo(BillId bill, Duration left) {
    for (int i = 0; i < AT_ONCE; i++) {
      List<VisitCall> calls = book.of(bill);
      VisitSteps visit = steps(calls);
      Next next = Compensation.undoAll(table, visit);
      if (next instanceof Next.Done) {
        return Optional.empty();
      } else if (next instanceof Next.Person person) {
        return Optional.of(new OpenVisit(bill, person.step().kind(), "a person has to undo it"));
      }
      Step step = next instanceof Next.Take take ? take.step() : ((Next.Ask) next).step();
      VisitCall call = call(calls, step);
      Reply<VisitCall> told =
          next instanceof Next.Take ? desk.undo(call, calls.size(), left) : desk.ask(call, left);
      if (!(told instanceof Reply.Answered)) {
        return Optional.of(new OpenVisit(bill, step.kind(), why(told)));
      }
    }
    return Optional.of(new OpenVisit(bill, "", "its calls do not come to an end"));
  }

  private static String why(Reply<VisitCall> told) {
    if (told instanceof Reply.Refused<VisitCall> r) {
      return r.refusal().code() + ' ' + r.refusal().zh() + " / " + r.refusal().en();
    }
    return told instanceof Reply.NoAnswer<VisitCall> n
        ? n.why()
        : "the centre could not be reached";
  }

  private static VisitCall call(List<VisitCall> calls, Step step) {
    return calls.stream()
        .filter(call -> call.messageId().equals(step.messageId()))
        .findFirst()
        .orElseThrow();
  }

  /** Without the money, which is the settler's, and without what never left. */
  private VisitSteps steps(List<VisitCall> calls) {
    VisitSteps visit = VisitSteps.none();
    for (VisitCall call : calls) {
      if (table.kinds().containsKey(call.kind())
          && !table.kind(call.kind()).money()
          && call.state() != VisitCall.State.OWED) {
        visit = visit.with(new Step(call.messageId(), call.kind(), state(call.state())));
      }
    }
    return visit;
  }

  private static State state(VisitCall.State state) {
    return switch (state) {
      case BEGUN -> State.UNKNOWN;
      case STANDS -> State.STANDING;
      case UNDO_BEGUN -> State.UNDO_UNKNOWN;
      case OWED, GONE -> State.GONE;
    };
  }
}
