package io.caresettle.gateway;

import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.split.BillId;
import io.caresettle.writing.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A bill's progress as server-sent events: {@code record} for each record that the journal keeps,
 * with its position as the event's id; {@code outcome} when what is known of its ending changes. It
 * ends when the bill has ended and nothing is left to decide.
 */
final class EventStream implements Answer.Stream {

  private static final Duration A_MOMENT = Duration.ofMillis(500);

  /** Records that end a bill, or that come after its end. */
  private static final Set<String> ENDS =
      Set.of("SETTLED", "DIFFERENCE_ACCEPTED", "REFUSED", "NOT_SENT", "REVERSED", "ACKNOWLEDGED");

  private final Inside inside;
  private final OutcomeJson outcomes;
  private final BillId bill;
  private long seen;
  private String last = "";
  private Optional<SettlementOutcome> told = Optional.empty();

  EventStream(Inside inside, OutcomeJson outcomes, BillId bill, long seen) {
    this.inside = inside;
    this.outcomes = outcomes;
    this.bill = bill;
    this.seen = seen;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    try {
      send(out, ": " + bill.number() + "\n\n");
      // What is known already waits for nothing.
      boolean over = step(out, inside.news().after(bill, seen, Duration.ZERO));
      while (!over && !inside.news().isOver()) {
        List<BillNews.Kept> fresh = inside.news().after(bill, seen, inside.settings().heartbeat);
        if (fresh.isEmpty()) {
          send(out, ": heartbeat\n\n");
        }
        over = step(out, fresh);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean step(OutputStream out, List<BillNews.Kept> fresh)
      throws IOException, InterruptedException {
    Optional<SettlementOutcome> now = inside.terminal().outcomeOf(bill);
    boolean ended = now.map(EventStream::isEnd).orElse(false);
    records(out, fresh);
    if (ended && !now.equals(told)) {
      // The journal knows an ending a moment before its listener hears of the record.
      records(out, inside.news().after(bill, seen, ENDS.contains(last) ? Duration.ZERO : A_MOMENT));
    }
    if (now.isPresent() && !now.equals(told)) {
      send(out, "event: outcome\ndata: " + outcomes.of(now.get()) + "\n\n");
      told = now;
    }
    return ended;
  }

  private void records(OutputStream out, List<BillNews.Kept> fresh) throws IOException {
    for (BillNews.Kept kept : fresh) {
      Json json =
          Json.object()
              .put("bill", bill.number())
              .put("position", kept.position())
              .put("record", kept.type().toLowerCase(Locale.ROOT).replace('_', '-'));
      send(out, "id: " + kept.position() + "\nevent: record\ndata: " + json + "\n\n");
      seen = kept.position();
      last = kept.type();
    }
  }

  private static boolean isEnd(SettlementOutcome outcome) {
    return outcome instanceof SettlementOutcome.Settled
        || outcome instanceof SettlementOutcome.Refused;
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
