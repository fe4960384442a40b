package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.protocol.session.PeerInfo;
import io.caresettle.sim.centre.Known;

/**
 * One request of an institution, its envelope read and found good.
 *
 * @param from the institution at the desk
 * @param place what the rolls say of it
 * @param transaction its number
 * @param messageId {@code msgid}, thirty characters
 */
record Asked(
    PeerInfo from,
    Known.Place place,
    String transaction,
    String messageId,
    Node envelope,
    Node input) {

  String institution() {
    return place.code();
  }

  /** What the envelope says under this name; empty where it says nothing. */
  String said(String name) {
    return envelope.text(name).orElse("");
  }

  /** Leaves what is asked out: it is about a patient. */
  @Override
  public String toString() {
    return transaction + ' ' + messageId;
  }
}
