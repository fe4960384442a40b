package io.caresettle.sdk;

import io.caresettle.centre.CallBook;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.VisitCall;
import io.caresettle.journal.Draft;
import io.caresettle.journal.Entry;
import io.caresettle.journal.Journal;
import io.caresettle.journal.RecordType;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.settlement.TextBody;
import io.caresettle.split.BillId;
import java.time.Instant;
import java.util.List;

/** The journal as the place where the calls of visits are kept, beside the bills they are for. */
record JournalCalls(Journal journal) implements CallBook {

  @Override
  public void keep(VisitCall call) {
    TextBody body =
        new TextBody()
            .put("call", call.kind())
            .put("state", call.state())
            .put("facts", call.facts().base64());
    var unused =
        journal.append(
            List.of(
                new Draft(call.bill(), RecordType.VISIT_CALL, call.messageId(), body.toString())));
  }

  @Override
  public List<VisitCall> of(BillId bill) {
    return CallBook.latest(
        journal.of(bill).stream()
            .filter(entry -> entry.type() == RecordType.VISIT_CALL)
            .map(JournalCalls::read)
            .toList());
  }

  @Override
  public List<BillId> between(Instant from, Instant to) {
    return journal.having(RecordType.VISIT_CALL, from, to);
  }

  private static VisitCall read(Entry entry) {
    try {
      TextBody body = TextBody.parse(entry.body());
      return new VisitCall(
          entry.bill(),
          entry.messageId(),
          body.get("call"),
          VisitCall.State.valueOf(body.get("state")),
          Opaque.fromBase64(body.getOrEmpty("facts")),
          entry.time());
    } catch (IllegalArgumentException e) {
      throw new JournalUnavailable(
          "Record "
              + entry.position()
              + " of the journal cannot be understood: keep the file, and call support",
          e);
    }
  }
}
