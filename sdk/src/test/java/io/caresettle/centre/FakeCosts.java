package io.caresettle.centre;

import io.caresettle.problem.NextStep;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A book of costs: what it is told it records once, and writes down how often it was told. */
public final class FakeCosts implements CostDesk {

  private static final Instant AT = Instant.parse("2026-11-20T02:00:00Z");

  private final BooleanSupplier reachable;
  private final Map<Opaque, Costs> prepared = new HashMap<>();
  private final List<String> told = new ArrayList<>();
  private final List<String> withdrawn = new ArrayList<>();
  private Optional<String> refusal = Optional.empty();
  private boolean silent;

  FakeCosts(BooleanSupplier reachable) {
    this.reachable = reachable;
  }

  /** While true, what it is told it records, and nobody hears of it. */
  public synchronized void setSilent(boolean now) {
    silent = now;
  }

  /** From now on, nothing is taken, for this reason. */
  public synchronized void refuse(String code) {
    refusal = Optional.of(code);
  }

  /** What was told, each time: request, bill, reason, total. */
  public synchronized List<String> told() {
    return List.copyOf(told);
  }

  /** The requests that were taken back, each time. */
  public synchronized List<String> withdrawn() {
    return List.copyOf(withdrawn);
  }

  @Override
  public synchronized Opaque prepare(Costs costs) {
    Opaque bytes =
        Opaque.copyOf(
            (costs.requestId()
                    + " "
                    + costs.bill().id().number()
                    + " "
                    + costs.reason()
                    + " "
                    + costs.bill().total())
                .getBytes(StandardCharsets.UTF_8));
    prepared.put(bytes, costs);
    return bytes;
  }

  @Override
  public synchronized Reply<CostsRecorded> upload(Opaque message, Duration within) {
    if (!reachable.getAsBoolean()) {
      return new Reply.NotSent<>("the centre is down");
    }
    if (refusal.isPresent()) {
      return new Reply.Refused<>(
          new Refusal(refusal.get(), "该单据已结算", "The bill is settled", "", NextStep.STOP_THE_SALE));
    }
    String text = new String(message.bytes(), StandardCharsets.UTF_8);
    told.add(text);
    return silent
        ? new Reply.NoAnswer<>("the line broke")
        : new Reply.Answered<>(new CostsRecorded("C-" + text.substring(0, text.indexOf(' ')), AT));
  }

  @Override
  public synchronized Reply<Instant> withdraw(
      String requestId, String reason, String operator, Duration within) {
    if (!reachable.getAsBoolean()) {
      return new Reply.NotSent<>("the centre is down");
    }
    withdrawn.add(requestId);
    return new Reply.Answered<>(AT);
  }
}
