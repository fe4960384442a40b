package io.caresettle.settlement;

import io.caresettle.centre.CancelRequest;
import io.caresettle.centre.Cancelled;
import io.caresettle.centre.Centre;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.Fate;
import io.caresettle.centre.PreparedCancellation;
import io.caresettle.centre.PreparedReversal;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Reservation;
import io.caresettle.centre.ReverseRequest;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.SettleRequest;
import io.caresettle.centre.Trial;
import io.caresettle.centre.TrialRequest;
import io.caresettle.centre.Undone;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A {@link Line} to a centre whose calls block. */
final class BlockingLine implements Line {

  private final Centre centre;
  private final Executor threads;
  private final UnaryOperator<SettleRequest> signed;

  /**
   * @param signed what is signed of a settlement
   */
  BlockingLine(Centre centre, Executor threads, UnaryOperator<SettleRequest> signed) {
    this.centre = centre;
    this.threads = threads;
    this.signed = signed;
  }

  @Override
  public void trial(TrialRequest request, Duration within, Consumer<Reply<Trial>> told) {
    run(() -> centre.trial(request, within), told);
  }

  @Override
  public void reserve(Duration within, Consumer<Reply<Reservation>> told) {
    run(() -> centre.reserve(within), told);
  }

  @Override
  public void settle(
      PreparedSettlement prepared,
      Reservation way,
      Duration within,
      Consumer<Reply<Receipt>> told) {
    run(
        () -> {
          try (way) {
            return centre.settle(prepared, way, within);
          }
        },
        reply -> {
          // Where no thread was free, the call that would have given it back did not run.
          way.close();
          told.accept(reply);
        });
  }

  @Override
  public void query(SettleMessage message, Duration within, Consumer<Reply<Fate>> told) {
    run(() -> centre.query(message, within), told);
  }

  @Override
  public void reverse(PreparedReversal prepared, Duration within, Consumer<Reply<Undone>> told) {
    run(() -> centre.reverse(prepared, within), told);
  }

  @Override
  public void cancel(
      PreparedCancellation prepared, Duration within, Consumer<Reply<Cancelled>> told) {
    run(() -> centre.cancel(prepared, within), told);
  }

  @Override
  public PreparedSettlement prepare(SettleRequest request) {
    return centre.prepare(signed.apply(request));
  }

  @Override
  public PreparedReversal prepare(ReverseRequest request) {
    return centre.prepare(request);
  }

  @Override
  public PreparedCancellation prepare(CancelRequest request) {
    return centre.prepare(request);
  }

  @Override
  public boolean canSend(Evidence kept) {
    return centre.canSend(kept);
  }

  private <T> void run(Supplier<Reply<T>> call, Consumer<Reply<T>> told) {
    try {
      threads.execute(() -> told.accept(replyOf(call)));
    } catch (RejectedExecutionException e) {
      told.accept(new Reply.NotSent<>("the terminal is closing or has too much to send"));
    } catch (RuntimeException | Error e) {
      // Such as a machine that has no more threads. Nothing runs, so nothing was sent.
      told.accept(
          new Reply.NotSent<>("no thread could be started to send it (" + e.getClass() + ")"));
    }
  }

  private static <T> Reply<T> replyOf(Supplier<Reply<T>> call) {
    try {
      return call.get();
    } catch (Throwable e) {
      // A fault of ours on the way out or back, or of the machine. The bill must not hang on it.
      return new Reply.NoAnswer<>("the answer could not be handled: " + e.getClass());
    }
  }
}
