package io.caresettle.centre.sealed;

import io.caresettle.centre.Reservation;
import io.caresettle.protocol.link.Reply;
import io.caresettle.protocol.link.Reservation.Place;
import io.caresettle.protocol.wire.MessageType;
import java.time.Duration;

/** A place in flight on the link, with a session that was open when it was taken. */
record Way(Place place) implements Reservation {

  Reply exchange(MessageType type, String messageId, byte[] payload, Duration within) {
    return place.exchange(type, messageId, payload, within);
  }

  @Override
  public void close() {
    place.close();
  }
}
