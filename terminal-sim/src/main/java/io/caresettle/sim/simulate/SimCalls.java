package io.caresettle.sim.simulate;

import io.caresettle.centre.CallBook;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.VisitCall;
import io.caresettle.journal.Draft;
import io.caresettle.journal.Entry;
import io.caresettle.journal.RecordType;
import io.caresettle.split.BillId;
import java.time.Instant;
import java.util.List;

/** The calls of visits, kept in a till's simulated journal beside the bills they are for. */
record SimCalls(SimJournal journal) implements CallBook {

  @Override
  public void keep(VisitCall call) {
    String body = call.kind() + ' ' + call.state() + ' ' + call.facts().base64();
    var unused =
        journal.append(
            List.of(new Draft(call.bill(), RecordType.VISIT_CALL, call.messageId(), body)));
  }

  @Override
  public List<VisitCall> of(BillId bill) {
    return CallBook.latest(
        journal.of(bill).stream()
            .filter(entry -> entry.type() == RecordType.VISIT_CALL)
            .map(SimCalls::read)
            .toList());
  }

  @Override
  public List<BillId> between(Instant from, Instant to) {
    return journal.having(RecordType.VISIT_CALL, from, to);
  }

  private static VisitCall read(Entry entry) {
    String[] parts = entry.body().split(" ", -1);
    return new VisitCall(
        entry.bill(),
        entry.messageId(),
        parts[0],
        VisitCall.State.valueOf(parts[1]),
        Opaque.fromBase64(parts[2]),
        entry.time());
  }
}
