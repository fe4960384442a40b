package io.caresettle.centre;

import io.caresettle.split.BillId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the calls of visits are kept, so that whoever comes after a crash finds what may stand at
 * the centre. Safe for use by many threads.
 */
public interface CallBook {

  /**
   * Makes what is known of a call durable.
   *
   * @throws io.caresettle.problem.JournalUnavailable when it cannot be kept
   */
  void keep(VisitCall call);

  /** The calls made for a bill, in the order in which they were begun, each as it was kept last. */
  List<VisitCall> of(BillId bill);

  /** The bills for which something was kept from {@code from} on and before {@code to}. */
  List<BillId> between(Instant from, Instant to);

  /** Each call as it was kept last, in the order in which they were begun. */
  static List<VisitCall> latest(List<VisitCall> kept) {
    Map<String, VisitCall> latest = new LinkedHashMap<>();
    kept.forEach(call -> latest.put(call.messageId(), call));
    return List.copyOf(latest.values());
  }

  /** A book that a crash empties: for tests, and for whoever keeps no journal. */
  static CallBook inMemory() {
    return new CallBook() {
      private final List<VisitCall> kept = new ArrayList<>();

      @Override
      public synchronized void keep(VisitCall call) {
        kept.add(call);
      }

      @Override
      public synchronized List<VisitCall> of(BillId bill) {
        return latest(kept.stream().filter(call -> call.bill().equals(bill)).toList());
      }

      @Override
      public synchronized List<BillId> between(Instant from, Instant to) {
        return kept.stream()
            .filter(call -> !call.at().isBefore(from) && call.at().isBefore(to))
            .map(VisitCall::bill)
            .distinct()
            .toList();
      }
    };
  }
}
