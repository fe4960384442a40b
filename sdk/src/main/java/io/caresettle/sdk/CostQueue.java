package io.caresettle.sdk;

import io.caresettle.centre.CostDesk;
import io.caresettle.centre.Costs;
import io.caresettle.centre.CostsRecorded;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.Reply;
import io.caresettle.journal.Draft;
import io.caresettle.journal.Entry;
import io.caresettle.journal.Journal;
import io.caresettle.journal.RecordType;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.settlement.TextBody;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The costs that wait to be told to the centre, as the journal keeps them: each is told until the
 * centre has answered, across restarts.
 */
final class CostQueue {

  /** What is in the journal of the costs of one bill; of several tellings, the last. */
  private record Kept(Entry intent, boolean answered, boolean withdrawn) {

    boolean waits() {
      return !answered && !withdrawn;
    }

    String requestId() {
      return intent.messageId();
    }
  }

  private final Journal journal;

  /** Bills that may have costs to be told; read from the journal once. */
  private Optional<Set<BillId>> waiting = Optional.empty();

  private Set<BillId> takenBack = Set.of();
  private volatile List<BillId> unreadable = List.of();

  CostQueue(Journal journal) {
    this.journal = journal;
  }

  /**
   * What keeps costs, to be appended with whatever must be durable with them; empty where they are
   * kept already.
   */
  Optional<Draft> draft(CostDesk desk, Costs costs) {
    if (kept(costs.bill().id()).filter(k -> !k.withdrawn()).isPresent()) {
      return Optional.empty();
    }
    TextBody body =
        new TextBody()
            .put("reason", costs.reason())
            .put("total", costs.bill().total())
            .put("visit", costs.visit().number())
            .put("slip", costs.slipNumber())
            .put("operator", costs.operator())
            .put("paid-at", costs.paidAt())
            .put("message", desk.prepare(costs).base64());
    return Optional.of(
        new Draft(costs.bill().id(), RecordType.COSTS_INTENT, costs.requestId(), body.toString()));
  }

  /** What {@link #draft} made is durable. */
  synchronized void kept(Draft draft) {
    waiting().add(draft.bill());
  }

  private Optional<Kept> kept(BillId bill) {
    Kept found = null;
    for (Entry entry : journal.of(bill)) {
      switch (entry.type()) {
        case COSTS_INTENT -> found = new Kept(entry, false, false);
        case COSTS_UPLOADED -> {
          if (found != null && found.requestId().equals(entry.messageId())) {
            found = new Kept(found.intent(), true, found.withdrawn());
          }
        }
        case COSTS_WITHDRAWN -> {
          if (found != null && found.requestId().equals(entry.messageId())) {
            found = new Kept(found.intent(), found.answered(), true);
          }
        }
        default -> {
          // Of the bill's settlement.
        }
      }
    }
    return Optional.ofNullable(found);
  }

  private Set<BillId> waiting() {
    if (waiting.isEmpty()) {
      Set<BillId> bills = new TreeSet<>(Comparator.comparing(BillId::number));
      bills.addAll(journal.having(RecordType.COSTS_INTENT));
      bills.removeAll(new ArrayList<>(journal.having(RecordType.COSTS_UPLOADED)));
      // Told, taken back and told again: only its records say whether it waits.
      takenBack = Set.copyOf(journal.having(RecordType.COSTS_WITHDRAWN));
      bills.addAll(takenBack);
      waiting = Optional.of(bills);
    }
    return waiting.get();
  }

  /** The request of costs of this bill that stand at the centre, or may come to. */
  Optional<String> standing(BillId bill) {
    return kept(bill).filter(k -> !k.withdrawn()).map(Kept::requestId);
  }

  /** They are told no more. */
  void withdrawn(BillId bill, String requestId, Instant at) {
    append(bill, RecordType.COSTS_WITHDRAWN, requestId, new TextBody().put("at", at));
    synchronized (this) {
      waiting().remove(bill);
    }
  }

  /** What waits, oldest first. */
  List<Waiting> all() {
    List<BillId> bills;
    synchronized (this) {
      bills = List.copyOf(waiting());
    }
    List<Waiting> all = new ArrayList<>();
    List<BillId> closed = new ArrayList<>();
    for (BillId bill : bills) {
      Optional<Kept> kept = readable(bill, closed);
      if (kept.isPresent() && !kept.get().waits()) {
        synchronized (this) {
          waiting().remove(bill);
        }
      }
      kept.filter(Kept::waits)
          .ifPresent(k -> all.add(new Waiting(bill, k.requestId(), k.intent())));
    }
    all.sort(Comparator.comparingLong(one -> one.intent().position()));
    unreadable = List.copyOf(closed);
    return all;
  }

  /** Bills whose costs {@link #all} found waiting and could not read, so that nobody is told. */
  List<BillId> unreadable() {
    return unreadable;
  }

  private Optional<Kept> readable(BillId bill, List<BillId> closed) {
    try {
      return kept(bill);
    } catch (RecordUnreadable e) {
      // The others are told all the same. Of costs that were taken back nothing is awaited.
      if (!takenBack.contains(bill)) {
        closed.add(bill);
      }
      return Optional.empty();
    }
  }

  /** Costs that nobody has answered. */
  record Waiting(BillId bill, String requestId, Entry intent) {

    Instant since() {
      return intent.time();
    }

    private Opaque message() {
      return Opaque.fromBase64(TextBody.parse(intent.body()).get("message"));
    }
  }

  /**
   * Tells one of them.
   *
   * @return what the centre answered, which is durable; empty where it did not
   */
  Optional<Reply<CostsRecorded>> tell(Waiting costs, CostDesk desk, Duration within) {
    Reply<CostsRecorded> reply = desk.upload(costs.message(), within);
    TextBody body = new TextBody();
    if (reply instanceof Reply.Answered<CostsRecorded> a) {
      body.put("upload", a.value().uploadId()).put("at", a.value().at());
    } else if (reply instanceof Reply.Refused<CostsRecorded> r) {
      body.put("code", r.refusal().code()).put("zh", r.refusal().zh()).put("en", r.refusal().en());
    } else {
      return Optional.empty();
    }
    append(costs.bill(), RecordType.COSTS_UPLOADED, costs.requestId(), body);
    synchronized (this) {
      waiting().remove(costs.bill());
    }
    return Optional.of(reply);
  }

  private void append(BillId bill, RecordType type, String requestId, TextBody body) {
    List<Entry> unused = journal.append(List.of(new Draft(bill, type, requestId, body.toString())));
  }
}
