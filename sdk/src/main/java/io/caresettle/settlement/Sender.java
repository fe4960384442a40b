package io.caresettle.settlement;

import io.caresettle.centre.CancelRequest;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Reservation;
import io.caresettle.centre.ReverseRequest;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.SettleRequest;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.EnvelopeRejected;
import io.caresettle.problem.SettlementException;
import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Prepares settle messages, and says what became of them as the table understands it. */
final class Sender implements Ledger.Signing {

  private final Line line;
  private final Supplier<String> messageIds;
  private final Clock clock;
  private final CentreClock centreClock;

  Sender(Line line, Supplier<String> messageIds, SettlerSettings settings) {
    this.line = line;
    this.messageIds = messageIds;
    this.clock = settings.clock();
    this.centreClock = settings.centreClock();
  }

  /** Why there is no way to the centre; by that, nothing could leave. */
  static RuntimeException noWay(BillId bill, Reply<Reservation> reply) {
    String what = "Nothing of bill " + bill + " was sent";
    return reply instanceof Reply.NotAuthentic<Reservation> f
        ? impostor(what, f.why())
        : unsent(what, why(reply));
  }

  private static String why(Reply<Reservation> reply) {
    if (reply instanceof Reply.NotSent<Reservation> n) {
      return n.why();
    }
    return reply instanceof Reply.NoAnswer<Reservation> n ? n.why() : "the centre refused the line";
  }

  static CentreUnreachable unsent(String what, String why) {
    return new CentreUnreachable(what + ", because " + why + ": it can be tried again");
  }

  static EnvelopeRejected impostor(String what, String why) {
    return new EnvelopeRejected(
        what
            + ", because whoever answered is not the centre ("
            + why
            + "). Stop here, keep what the network has recorded, and call whoever keeps the keys");
  }

  /**
   * What is signed for {@code bill}.
   *
   * @throws DeviceFault when it is not, whatever the reason
   */
  static <T> T signed(BillId bill, Supplier<T> signing) {
    try {
      return signing.get();
    } catch (SettlementException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new DeviceFault(
          DeviceFault.Kind.SIGNING_FAILED,
          "A message about bill "
              + bill
              + " could not be signed, so nothing of it was sent: look at the device that holds the"
              + " terminal's signing key",
          e);
    }
  }

  @Override
  public Evidence of(BillId bill, BillRecord.ReverseIntent reversal) {
    return signed(
            bill,
            () ->
                line.prepare(
                    new ReverseRequest(
                        reversal.reversalId(),
                        new SettleMessage(reversal.messageId(), bill),
                        clock.instant())))
        .document();
  }

  @Override
  public Evidence of(Receipt receipt, BillRecord.CancelIntent cancellation) {
    CancelOrder order = cancellation.order();
    return signed(
            receipt.message().bill(),
            () ->
                line.prepare(
                    new CancelRequest(
                        cancellation.cancelId(),
                        receipt,
                        order.reason(),
                        order.operator(),
                        order.approvedBy(),
                        clock.instant())))
        .document();
  }

  /** An attempt, with its message as it will be sent: what is kept is what leaves. */
  Intent prepare(Quote quote, String operator, Duration wantedFor) {
    SettleMessage message = new SettleMessage(messageIds.get(), quote.bill());
    Figures figures = quote.figures();
    PreparedSettlement prepared =
        signed(
            quote.bill(),
            () ->
                line.prepare(
                    new SettleRequest(
                        message,
                        quote.reference(),
                        quote.bodyDigest(),
                        quote.body(),
                        figures.cut(),
                        figures.split(),
                        operator,
                        clock.instant())));
    return new Intent(
        message,
        quote.reference(),
        quote.bodyDigest(),
        prepared.document(),
        figures,
        operator,
        clock.instant().plus(wantedFor),
        clock.instant(),
        centreClock.known(),
        quote.particulars());
  }

  /** What became of the attempt. */
  Event told(Intent intent, Reply<Receipt> reply) {
    String messageId = intent.message().messageId();
    if (reply instanceof Reply.Answered<Receipt> a) {
      return a.value().message().equals(intent.message())
          ? new Event.Answered(a.value(), clock.instant(), messageIds.get())
          : new Event.NoAnswer(messageId, "the answer was for another message");
    } else if (reply instanceof Reply.Refused<Receipt> r) {
      return new Event.Refused(messageId, r.refusal());
    } else if (reply instanceof Reply.NotSent<Receipt> n) {
      return new Event.NotSent(messageId, n.why(), false);
    } else if (reply instanceof Reply.NotAuthentic<Receipt> f) {
      return f.sent()
          ? new Event.NoAnswer(messageId, f.why())
          : new Event.NotSent(messageId, f.why(), true);
    }
    return new Event.NoAnswer(messageId, ((Reply.NoAnswer<Receipt>) reply).why());
  }
}
