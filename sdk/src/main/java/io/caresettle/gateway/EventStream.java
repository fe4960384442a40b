package io.caresettle.gateway;

import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.split.BillId;
import io.caresettle.writing.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A bill's progress as server-sent events: {@code record} for each record that the journal keeps,
 * with its position as the event's id; {@code outcome} when what is known of its ending changes. It
 * ends when the bill has ended and nothing is left to decide.
 */
final class EventStream implements Answer.Stream {

  private final Inside inside;
  private final OutcomeJson outcomes;
  private final BillId bill;
  private long seen;
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
      boolean over = step(out, inside.news().after(bill, seen, java.time.Duration.ZERO));
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

  private boolean step(OutputStream out, List<BillNews.Kept> fresh) throws IOException {
    for (BillNews.Kept kept : fresh) {
      Json json =
          Json.object()
              .put("bill", bill.number())
              .put("position", kept.position())
              .put("record", kept.type().toLowerCase(Locale.ROOT).replace('_', '-'));
      send(out, "id: " + kept.position() + "\nevent: record\ndata: " + json + "\n\n");
      seen = kept.position();
    }
    Optional<SettlementOutcome> now = inside.terminal().outcomeOf(bill);
    if (now.isPresent() && !now.equals(told)) {
      send(out, "event: outcome\ndata: " + outcomes.of(now.get()) + "\n\n");
      told = now;
    }
    return now.map(EventStream::isEnd).orElse(false);
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
