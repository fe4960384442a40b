package io.caresettle.settlement;

import io.caresettle.centre.CancelRequest;
import io.caresettle.centre.Cancelled;
import io.caresettle.centre.Centre;
import io.caresettle.centre.ChainHead;
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
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The way to the centre, as settling uses it: nobody waits on it. Each call returns at once and
 * tells its reply exactly once, on whatever thread, also within the call; what the replies mean is
 * said by {@link Centre}.
 */
public interface Line {

  /** {@link Centre#trial}. */
  void trial(TrialRequest request, Duration within, Consumer<Reply<Trial>> told);

  /** {@link Centre#reserve}. */
  void reserve(Duration within, Consumer<Reply<Reservation>> told);

  /** {@link Centre#settle}; gives {@code way} back, whatever comes. */
  void settle(
      PreparedSettlement prepared, Reservation way, Duration within, Consumer<Reply<Receipt>> told);

  /** {@link Centre#query}. */
  void query(SettleMessage message, Duration within, Consumer<Reply<Fate>> told);

  /** {@link Centre#reverse}. */
  void reverse(PreparedReversal prepared, Duration within, Consumer<Reply<Undone>> told);

  /** {@link Centre#cancel}. */
  void cancel(PreparedCancellation prepared, Duration within, Consumer<Reply<Cancelled>> told);

  /** {@link Centre#prepare(SettleRequest)}: signs, and sends nothing. */
  PreparedSettlement prepare(SettleRequest request);

  /** {@link Centre#prepare(ReverseRequest)}: signs, and sends nothing. */
  PreparedReversal prepare(ReverseRequest request);

  /** {@link Centre#prepare(CancelRequest)}: signs, and sends nothing. */
  PreparedCancellation prepare(CancelRequest request);

  /** {@link Centre#canSend}. */
  boolean canSend(Evidence kept);

  /**
   * A centre whose calls block, each on a thread of its own, so that whoever stops waiting does not
   * stop the answer.
   *
   * @param threads may refuse a call; then it was not sent
   */
  static Line blocking(Centre centre, Executor threads) {
    return new BlockingLine(centre, threads, UnaryOperator.identity());
  }

  /**
   * The same whose settlements say where the journal's audit chain stands.
   *
   * @param head of the moment in which a settlement is signed
   */
  static Line blocking(Centre centre, Executor threads, Supplier<ChainHead> head) {
    return new BlockingLine(centre, threads, request -> request.with(head.get()));
  }
}
