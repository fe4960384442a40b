package io.caresettle.settlement;

import io.caresettle.centre.Centre;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Reservation;
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

/** Prepares and sends settle messages, and says what became of them as the table understands it. */
final class Sender {

  private final Centre centre;
  private final Ledger ledger;
  private final Clock clock;

  Sender(Centre centre, Ledger ledger, Clock clock) {
    this.centre = centre;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Keeps the way to the centre free, before anything is kept or sent.
   *
   * @throws CentreUnreachable when nothing could leave
   * @throws EnvelopeRejected when somebody is there who is not the centre
   */
  Reservation reserve(BillId bill, Duration within) {
    Reply<Reservation> reply = centre.reserve(within);
    if (reply instanceof Reply.Answered<Reservation> free) {
      return free.value();
    } else if (reply instanceof Reply.NotAuthentic<Reservation> f) {
      throw impostor("Nothing of bill " + bill + " was sent", f.why());
    }
    throw unsent("Nothing of bill " + bill + " was sent", why(reply));
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

  /** An attempt, with its message as it will be sent: what is kept is what leaves. */
  Intent prepare(Quote quote, String operator, Duration wantedFor) {
    SettleMessage message = new SettleMessage(ledger.nextMessageId(), quote.bill());
    Figures figures = quote.figures();
    PreparedSettlement prepared =
        signed(
            quote.bill(),
            () ->
                centre.prepare(
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
        quote.particulars());
  }

  /** What became of the attempt. Gives {@code way} back. */
  Event settle(Intent intent, Reservation way, Duration within) {
    String messageId = intent.message().messageId();
    Reply<Receipt> reply;
    try (way) {
      reply =
          centre.settle(new PreparedSettlement(intent.message(), intent.document()), way, within);
    } catch (RuntimeException e) {
      // A fault of ours on the way out or back. The bill must not hang on it.
      return new Event.NoAnswer(messageId, "the answer could not be handled: " + e.getClass());
    }
    if (reply instanceof Reply.Answered<Receipt> a) {
      return a.value().message().equals(intent.message())
          ? new Event.Answered(a.value(), clock.instant(), ledger.nextMessageId())
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
