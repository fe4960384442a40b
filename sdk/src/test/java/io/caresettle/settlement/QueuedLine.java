package io.caresettle.settlement;

import io.caresettle.centre.CancelRequest;
import io.caresettle.centre.Cancelled;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.Fate;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.PreparedCancellation;
import io.caresettle.centre.PreparedReversal;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Refusal;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Reservation;
import io.caresettle.centre.ReverseRequest;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.SettleRequest;
import io.caresettle.centre.Trial;
import io.caresettle.centre.TrialRequest;
import io.caresettle.centre.Undone;
import io.caresettle.money.Money;
import io.caresettle.problem.NextStep;
import io.caresettle.split.BillId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A line in the queue of events, and a small centre at its end that keeps a tombstone of what was
 * undone. Messages and answers take their time, and some get lost.
 */
final class QueuedLine implements Line {

  private final QueuedTurns turns;
  private final SplittableRandom random;
  private final int lostInHundred;
  private final Map<String, Receipt> standing = new HashMap<>();
  private final Set<String> undone = new HashSet<>();

  private final List<String> sent = new ArrayList<>();
  private final Map<String, Refusal> noReversal = new HashMap<>();
  private Figures figures = Samples.CONFIRMED;
  private String unseen = "";
  private boolean deaf;

  QueuedLine(QueuedTurns turns, SplittableRandom random, int lostInHundred) {
    this.turns = turns;
    this.random = random;
    this.lostInHundred = lostInHundred;
  }

  /** From now on it keeps no tombstones: it refuses to undo what it has never seen. */
  void forgetWhatIsUndone(String code) {
    unseen = code;
  }

  /** From now on it refuses to undo. */
  void refuseReversals(String code) {
    noReversal.put("", refusal(code));
  }

  /** From now on it undoes as before. */
  void takeReversals() {
    noReversal.clear();
    unseen = "";
  }

  /** From now on it settles with these figures. */
  void settleAs(Figures other) {
    figures = other;
  }

  /** From now on it is heard again. */
  void hear() {
    deaf = false;
  }

  /** Arrives at last, as the network had it all the while. */
  void arrives(SettleMessage message) {
    var unused = settled(message);
  }

  /** What arrived, oldest first. */
  List<String> sent() {
    return List.copyOf(sent);
  }

  private static Refusal refusal(String code) {
    return new Refusal(code, "不能冲正", "it cannot be undone", "", NextStep.STOP_THE_SALE);
  }

  /** From now on there is a way, and then silence. */
  void goDeaf() {
    deaf = true;
  }

  /** How often the bill stands. */
  long standing(BillId bill) {
    return standing.values().stream().filter(r -> r.message().bill().equals(bill)).count();
  }

  /** Sends over a line on which anything may be lost, and tells exactly once all the same. */
  private <T> void send(Supplier<Reply<T>> arrives, Duration within, Consumer<Reply<T>> told) {
    boolean[] over = {false};
    Consumer<Reply<T>> once =
        reply -> {
          if (!over[0]) {
            over[0] = true;
            told.accept(reply);
          }
        };
    later(within, () -> once.accept(new Reply.NoAnswer<>("silence")));
    if (!lost()) {
      later(
          delay(),
          () -> {
            Reply<T> reply = arrives.get();
            if (!lost()) {
              later(delay(), () -> once.accept(reply));
            }
          });
    }
  }

  private void later(Duration wait, Runnable task) {
    Runnable unused = turns.after(wait, task);
  }

  private boolean lost() {
    return random.nextInt(100) < lostInHundred || deaf;
  }

  private Duration delay() {
    // Now and then longer than anybody waits.
    return Duration.ofMillis(random.nextInt(10) == 0 ? 30_000 : random.nextInt(200));
  }

  @Override
  public void trial(TrialRequest request, Duration within, Consumer<Reply<Trial>> told) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void reserve(Duration within, Consumer<Reply<Reservation>> told) {
    later(
        Duration.ofMillis(random.nextInt(50)),
        () ->
            told.accept(
                lost() && !deaf
                    ? new Reply.NotSent<>("the centre is away")
                    : new Reply.Answered<>(Reservation.NONE)));
  }

  @Override
  public void settle(
      PreparedSettlement prepared,
      Reservation way,
      Duration within,
      Consumer<Reply<Receipt>> told) {
    way.close();
    SettleMessage message = prepared.message();
    send(() -> settled(message), within, told);
  }

  private Reply<Receipt> settled(SettleMessage message) {
    if (undone.contains(message.messageId())) {
      return new Reply.Refused<>(Samples.REFUSAL);
    }
    return new Reply.Answered<>(
        standing.computeIfAbsent(
            message.messageId(),
            id ->
                new Receipt(
                    "S-" + id,
                    message,
                    figures.cut(),
                    figures.split(),
                    Money.ZERO,
                    turns.instant(),
                    LocalDate.of(2026, 11, 20),
                    Samples.SIGNED)));
  }

  @Override
  public void query(SettleMessage message, Duration within, Consumer<Reply<Fate>> told) {
    send(
        () -> {
          sent.add("query " + message.messageId());
          return new Reply.Answered<>(fate(message.messageId()));
        },
        within,
        told);
  }

  private Fate fate(String messageId) {
    Receipt receipt = standing.get(messageId);
    if (receipt != null) {
      return new Fate.Standing(receipt);
    }
    return undone.contains(messageId) ? new Fate.WasUndone() : new Fate.NotFound();
  }

  @Override
  public void reverse(PreparedReversal prepared, Duration within, Consumer<Reply<Undone>> told) {
    String original = prepared.original().messageId();
    send(
        () -> {
          sent.add("reverse " + original);
          if (noReversal.containsKey("")) {
            return new Reply.Refused<>(noReversal.get(""));
          } else if (!unseen.isEmpty()
              && !standing.containsKey(original)
              && !undone.contains(original)) {
            return new Reply.Refused<>(refusal(unseen));
          }
          // What stood and was undone is in its books, tombstones or none.
          undone.add(original);
          Optional<String> stood =
              Optional.ofNullable(standing.remove(original)).map(Receipt::settlementId);
          return new Reply.Answered<>(new Undone(stood, turns.instant(), Samples.SIGNED));
        },
        within,
        told);
  }

  @Override
  public PreparedSettlement prepare(SettleRequest request) {
    return new PreparedSettlement(request.message(), document(request.message().messageId()));
  }

  @Override
  public PreparedReversal prepare(ReverseRequest request) {
    return new PreparedReversal(
        request.messageId(), request.original(), document(request.messageId()));
  }

  private static Evidence document(String messageId) {
    return new Evidence("key", Opaque.copyOf(messageId.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void cancel(
      PreparedCancellation prepared, Duration within, Consumer<Reply<Cancelled>> told) {
    send(
        () -> {
          sent.add("cancel " + prepared.original().messageId());
          standing.remove(prepared.original().messageId());
          return new Reply.Answered<>(Samples.CANCELLED);
        },
        within,
        told);
  }

  @Override
  public PreparedCancellation prepare(CancelRequest request) {
    return new PreparedCancellation(
        request.messageId(),
        request.receipt().message(),
        request.receipt().settlementId(),
        document(request.messageId()));
  }

  @Override
  public boolean canSend(Evidence kept) {
    return true;
  }
}
