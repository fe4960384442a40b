package io.caresettle.protocol.link;

import io.caresettle.protocol.envelope.EnvelopeHeader;
import io.caresettle.protocol.envelope.Names;
import io.caresettle.protocol.wire.MessageType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Brings calls from their callers to a line: admitted, timed, and sent once there is one. */
final class Exchanges {

  /** How often a call looks for a line, if one breaks between finding and using it. */
  private static final int TRIES = 3;

  /** What a reservation holds until its payload is known; few messages of a counter are longer. */
  private static final int RESERVED_BYTES = 64 << 10;

  private final ScheduledExecutorService loop;
  private final Dialler dialler;
  private final LinkSettings settings;
  private final String centre;
  private final Places places;

  /**
   * @param loop where deadlines pass
   */
  Exchanges(ScheduledExecutorService loop, Dialler dialler, LinkSettings settings, String centre) {
    this.loop = loop;
    this.dialler = dialler;
    this.settings = settings;
    this.centre = centre;
    this.places = new Places(settings.maxInFlight(), settings.maxInFlightBytes());
  }

  /** A place and an open session, or the reason why there is none. */
  Reservation reserve(Link link, Duration deadline) {
    Optional<Places.Place> place = places.take(RESERVED_BYTES);
    if (place.isEmpty()) {
      return new Reservation.Refused(Endings.busy(settings));
    }
    boolean kept = false;
    try {
      Optional<Reply.NotSent> reason = whyNoSession(deadline);
      kept = reason.isEmpty();
      return kept
          ? new Reservation.Place(link, place.get())
          : new Reservation.Refused(reason.get());
    } finally {
      if (!kept) {
        place.get().giveBack();
      }
    }
  }

  private Optional<Reply.NotSent> whyNoSession(Duration deadline) {
    Reserving reserving = new Reserving();
    try {
      dialler.line().ifPresentOrElse(reserving::found, () -> dialler.find(reserving));
      return reserving.await(deadline, dialler);
    } finally {
      dialler.forget(reserving);
    }
  }

  /**
   * Refuses what can be no request.
   *
   * @throws IllegalArgumentException if {@code type} is none that a terminal sends, or {@code
   *     messageId} is no id
   */
  static void require(MessageType type, String messageId) {
    switch (type) {
      case UNRECOGNIZED, MESSAGE_TYPE_UNSPECIFIED, HEARTBEAT, HEARTBEAT_ANSWER ->
          throw new IllegalArgumentException(
              type + " is not a message that can be sent: it is no kind, or the line's own");
      default -> Names.require("message id", messageId, 1, Names.MAX_MESSAGE_ID);
    }
  }

  /**
   * Begins a call.
   *
   * @param reserved the place that was taken for it, given back whatever happens; if there is none,
   *     it takes one
   */
  Call begin(
      Optional<Places.Place> reserved,
      MessageType type,
      String messageId,
      byte[] payload,
      Duration deadline) {
    Call call;
    try {
      require(type, messageId);
      call = new Call(type, messageId, payload.clone());
    } catch (RuntimeException e) {
      reserved.ifPresent(Places.Place::giveBack);
      throw e;
    }
    reserved.ifPresent(place -> call.beforeOver(place::giveBack));
    try {
      start(call, reserved, deadline);
    } catch (RuntimeException e) {
      // Its place and its id must be free again, whatever went wrong.
      call.giveUp(Endings.linkClosed(centre), Endings.DEADLINE_AFTER);
      throw e;
    }
    return call;
  }

  private void start(Call call, Optional<Places.Place> reserved, Duration deadline) {
    byte[] payload = call.payload();
    if (payload.length > EnvelopeHeader.MAX_PAYLOAD) {
      call.notSent(Endings.tooLarge(payload.length, EnvelopeHeader.MAX_PAYLOAD));
    } else if (deadline.isNegative() || deadline.isZero()) {
      call.notSent(Endings.deadlineBefore(Optional.empty()));
    } else if (!admit(call, reserved)) {
      call.notSent(Endings.busy(settings));
    } else if (startTimer(call, deadline)) {
      attempt(call, TRIES);
    }
  }

  private boolean admit(Call call, Optional<Places.Place> reserved) {
    int size = call.payload().length;
    if (reserved.isPresent()) {
      return reserved.get().resize(size);
    }
    Optional<Places.Place> place = places.take(size);
    place.ifPresent(taken -> call.beforeOver(taken::giveBack));
    return place.isPresent();
  }

  private boolean startTimer(Call call, Duration deadline) {
    try {
      var timer =
          loop.schedule(() -> deadlinePassed(call), Waits.nanos(deadline), TimeUnit.NANOSECONDS);
      call.beforeOver(() -> timer.cancel(false));
      return true;
    } catch (RejectedExecutionException e) {
      // The loop has ended because the link was closed.
      call.notSent(Endings.linkClosed(centre));
      return false;
    }
  }

  private void deadlinePassed(Call call) {
    // First the line: the caller's next message must not leave on one where nobody is.
    call.suspectLine();
    call.giveUp(Endings.deadlineBefore(dialler.lastFailure()), Endings.DEADLINE_AFTER);
  }

  private void attempt(Call call, int tries) {
    if (tries == 0) {
      call.notSent(Endings.brokeTooOften(centre, TRIES));
      return;
    }
    Optional<Line> line = dialler.line();
    if (line.isPresent()) {
      offer(call, line.get(), tries);
      return;
    }
    Dialler.Waiter waiter =
        new Dialler.Waiter() {
          @Override
          public void found(Line line) {
            offer(call, line, tries);
          }

          @Override
          public void failed(Reply.NotSent reason) {
            call.notSent(reason);
          }
        };
    call.beforeOver(() -> dialler.forget(waiter));
    dialler.find(waiter);
  }

  private void offer(Call call, Line line, int tries) {
    if (!line.send(call)) {
      attempt(call, tries - 1);
    }
  }
}
