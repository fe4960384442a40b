package io.caresettle.centre;

import io.caresettle.problem.NextStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a centre in memory decides about credentials: it binds once, and remembers who asked. */
public final class FakeCredentialDesk implements CredentialDesk {

  private final List<CodeRequest> codes = new ArrayList<>();
  private final Map<String, CodeBinding> bindings = new HashMap<>();
  private String refusal = "";
  private boolean answers = true;

  /** From now on nothing is good, for this reason. */
  public synchronized void refuse(String code) {
    refusal = code;
  }

  /** While false, what is asked is done and nobody hears of it. */
  public synchronized void setAnswering(boolean now) {
    answers = now;
  }

  /** The codes that were shown, in order. */
  public synchronized List<CodeRequest> codes() {
    return List.copyOf(codes);
  }

  @Override
  public synchronized Reply<CodeBinding> resolve(CodeRequest request, Duration within) {
    codes.add(request);
    if (!refusal.isEmpty()) {
      return refused();
    }
    CodeBinding before = bindings.get(request.requestId());
    CodeBinding binding =
        new CodeBinding(
            before == null ? "binding-" + bindings.size() : before.bindingId(),
            Instant.parse("2026-11-20T02:05:00Z"),
            before != null);
    bindings.put(request.requestId(), binding);
    return answers ? new Reply.Answered<>(binding) : new Reply.NoAnswer<>("the line broke");
  }

  private <T> Reply<T> refused() {
    return new Reply.Refused<>(
        new Refusal(refusal, "不受理", "The centre says no", "SZ 64", NextStep.STOP_THE_SALE));
  }
}
