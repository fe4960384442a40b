package io.caresettle.centre.national.flow;

import io.caresettle.centre.Fate;
import io.caresettle.centre.Refusal;
import io.caresettle.centre.Reply;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.VisitCall.State;
import io.caresettle.centre.national.message.Node;
import io.caresettle.problem.NextStep;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what became of a settlement: its visit by 5201, the settlement of its lines by 5204,
 * and the settlement by 5203, which is ours exactly where it names our message.
 */
final class Unknowns {

  /** So many visits of one person around one day are looked at. */
  private static final int VISITS = 8;

  private final Gate gate;
  private final Calls calls;
  private final Enquiries enquiries;
  private final Settlements settlements;
  private final Object turn;

  Unknowns(Gate gate, Calls calls, Enquiries enquiries, Settlements settlements, Object turn) {
    this.gate = gate;
    this.calls = calls;
    this.enquiries = enquiries;
    this.settlements = settlements;
    this.turn = turn;
  }

  Reply<Fate> query(SettleMessage message, Duration within) {
    Left left = Left.of(within);
    Optional<VisitCall> kept = calls.settlement(message.bill(), message.messageId());
    if (kept.isEmpty()) {
      return new Reply.NoAnswer<>("本机没有该结算的记录 nothing is kept of it here to ask by");
    }
    synchronized (turn) {
      VisitCall now = calls.settlement(message.bill(), message.messageId()).orElseThrow();
      if (now.state() == State.OWED) {
        // From here on it cannot leave any more, so this is certain.
        calls.keep(now, State.GONE);
        return new Reply.Answered<>(neverLeft());
      }
    }
    if (!gate.profile().settling().detailsWithoutSettlement()) {
      return new Reply.NoAnswer<>(
          "该省 5204 需要 setl_id，结算结果只能由 3202 对账确定 5204 wants a settlement here: only the"
              + " day's details (3202) tell");
    }
    Facts facts = Facts.of(kept.get().facts());
    Reply<Visits> visits = visits(facts, left);
    if (!(visits instanceof Reply.Answered<Visits> a)) {
      return Refusals.passedOn(unheard(visits));
    }
    return among(a.value(), facts, message, kept.get(), left);
  }

  private static Fate neverLeft() {
    return new Fate.WasRefused(
        new Refusal(
            "NEVER_LEFT",
            "结算请求未曾发出",
            "the settlement never left this terminal",
            "",
            NextStep.TRY_AGAIN));
  }

  /**
   * The visits to look at.
   *
   * @param all whether no other can be meant
   */
  private record Visits(List<String> ids, boolean all) {}

  private Reply<Visits> visits(Facts facts, Left left) {
    if (!facts.get("mdtrt_id").isEmpty()) {
      return new Reply.Answered<>(new Visits(List.of(facts.get("mdtrt_id")), true));
    }
    Reply<List<Node>> found = enquiries.visits(facts, left);
    if (!(found instanceof Reply.Answered<List<Node>> a)) {
      return Refusals.passedOn(found);
    }
    Set<String> ids = new LinkedHashSet<>();
    a.value().forEach(row -> ids.add(row.text("mdtrt_id").orElse("")));
    boolean named = !ids.remove("");
    return new Reply.Answered<>(
        new Visits(ids.stream().limit(VISITS).toList(), named && ids.size() <= VISITS));
  }

  /** A refusal of a question says nothing of the settlement. */
  private static <T> Reply<T> unheard(Reply<T> reply) {
    return reply instanceof Reply.Refused<T> r
        ? new Reply.NoAnswer<>("查询被拒绝 the question was refused: " + r.refusal().zh())
        : reply;
  }

  private Reply<Fate> among(
      Visits visits, Facts facts, SettleMessage message, VisitCall call, Left left) {
    boolean otherRefund = false;
    boolean lookedAtAll = visits.all();
    for (String visit : visits.ids()) {
      Reply<Map<String, String>> lines = enquiries.lines(facts, visit, left);
      if (!(lines instanceof Reply.Answered<Map<String, String>> a)) {
        return Refusals.passedOn(unheard(lines));
      }
      Set<String> ids = new LinkedHashSet<>(a.value().values());
      ids.remove("");
      Optional<Node> ours = Optional.empty();
      for (String id : ids) {
        Reply<Node> one = enquiries.settlement(facts, visit, id, left);
        if (!(one instanceof Reply.Answered<Node> settled)) {
          return Refusals.passedOn(unheard(one));
        }
        if (isOurs(settled.value(), message)) {
          ours = Optional.of(settled.value());
        } else if (enquiries.isRefund(settled.value())) {
          otherRefund = true;
        }
        // One that names no message may be anybody's.
        lookedAtAll &= named(settled.value()).isPresent();
      }
      if (ours.isPresent()) {
        return fate(ours.get(), otherRefund, message, call);
      }
    }
    return absent(lookedAtAll);
  }

  private static boolean isOurs(Node output, SettleMessage message) {
    return named(output).filter(message.messageId()::equals).isPresent();
  }

  /** The message that a settlement is of, as far as it says. */
  private static Optional<String> named(Node output) {
    return output.node("setlinfo").flatMap(info -> info.text("medins_setl_id"));
  }

  private Reply<Fate> fate(
      Node output, boolean otherRefund, SettleMessage message, VisitCall call) {
    if (enquiries.isRefund(output)) {
      // Whichever of the two rows carries the flag: the settlement of our message is undone.
      calls.keep(call, State.GONE);
      return new Reply.Answered<>(new Fate.WasUndone());
    }
    if (otherRefund) {
      return new Reply.NoAnswer<>(
          "就诊下另有退费记录，不能确定本次结算是否有效 the visit has a refund, and nothing says of what");
    }
    try {
      return new Reply.Answered<>(new Fate.Standing(settlements.found(output, message, call)));
    } catch (Contradiction e) {
      Found.tell(gate, message, e.findings());
      return new Reply.NoAnswer<>(String.valueOf(e.getMessage()));
    }
  }

  private Reply<Fate> absent(boolean lookedAtAll) {
    return lookedAtAll && gate.unconfirmed().emptyMeansAbsent()
        ? new Reply.Answered<>(new Fate.NotFound())
        : new Reply.NoAnswer<>(
            "未查到结算，但不能证明未结算 nothing was found, which proves nothing before the day's details");
  }
}
