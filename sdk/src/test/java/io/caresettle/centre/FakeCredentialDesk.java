package io.caresettle.centre;

import io.caresettle.centre.CardVerdict.Finding;
import io.caresettle.credential.card.Authenticator.Challenge;
import io.caresettle.credential.card.Authenticator.Opening;
import io.caresettle.credential.card.Block8;
import io.caresettle.problem.NextStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a centre in memory decides about credentials: it binds once, and remembers who asked. */
public final class FakeCredentialDesk implements CredentialDesk {

  private final List<CodeRequest> codes = new ArrayList<>();
  private final Map<String, CodeBinding> bindings = new HashMap<>();
  private final List<CardRequest> cards = new ArrayList<>();
  private final List<CardConfirmation> confirmations = new ArrayList<>();
  private Finding finding = Finding.GENUINE;
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

  @Override
  public synchronized Reply<CardChallenge> authenticate(CardRequest request, Duration within) {
    cards.add(request);
    if (!refusal.isEmpty()) {
      return refused();
    }
    return answers
        ? new Reply.Answered<>(
            new CardChallenge(
                "auth-" + cards.size(),
                new Challenge(new Block8(1), new Block8(2), OptionalInt.empty())))
        : new Reply.NotSent<>("the centre is down");
  }

  @Override
  public synchronized Reply<CardVerdict> confirm(CardConfirmation confirmation, Duration within) {
    confirmations.add(confirmation);
    if (!answers) {
      return new Reply.NoAnswer<>("the line broke");
    }
    Optional<Opening> opening =
        confirmation
            .cardChallenge()
            .filter(asked -> finding == Finding.GENUINE)
            .map(asked -> new Opening(new Block8(3), new Block8(4), OptionalInt.empty()));
    return new Reply.Answered<>(new CardVerdict(finding, opening));
  }

  /** From now on this is what a card turns out to be. */
  public synchronized void find(Finding now) {
    finding = now;
  }

  /** The cards that were shown, in order. */
  public synchronized List<CardRequest> cards() {
    return List.copyOf(cards);
  }

  /** What they answered, in order. */
  public synchronized List<CardConfirmation> confirmations() {
    return List.copyOf(confirmations);
  }

  private <T> Reply<T> refused() {
    return new Reply.Refused<>(
        new Refusal(refusal, "不受理", "The centre says no", "SZ 64", NextStep.STOP_THE_SALE));
  }
}
