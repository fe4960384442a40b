package io.caresettle.sim.simulate;

import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.session.CentreHandshake;
import io.caresettle.protocol.session.Session;
import io.caresettle.protocol.session.TerminalHandshake;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.sim.centre.TestKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * What a till's messages are sealed with. A message is opened when it is sent, for a session takes
 * messages in their order only: that one comes late, or twice, is as if another session brought it.
 */
final class Wire {

  private static final class Shared {
    static final SecureRandom RANDOM = new SecureRandom();
    static final CertifiedKeys CENTRE = TestKeys.centre();
    static final Trust TRUST = TestKeys.trust();
  }

  private record Ends(Session till, Session centre) {
    Session from(boolean toCentre) {
      return toCentre ? till : centre;
    }

    Session to(boolean toCentre) {
      return toCentre ? centre : till;
    }
  }

  private final World world;
  private final CertifiedKeys till;
  private Optional<Ends> ends = Optional.empty();

  Wire(World world, CertifiedKeys till) {
    this.world = world;
    this.till = till;
  }

  /** The message as the other end reads it. */
  byte[] through(boolean toCentre, MessageType type, String id, byte[] payload) {
    if (world.crypto == Crypto.STUB) {
      return payload;
    }
    Ends both = session();
    byte[] frame = seal(both, toCentre, type, id, payload);
    return both.to(toCentre).open(frame).payload().bytes();
  }

  /** A byte was changed on the way: it must be noticed, and the session is over. */
  void spoiled(boolean toCentre, MessageType type, String id, byte[] payload) {
    if (world.crypto == Crypto.STUB) {
      return;
    }
    Ends both = session();
    byte[] frame = seal(both, toCentre, type, id, payload);
    frame[frame.length / 2] ^= 1;
    try {
      var unused = both.to(toCentre).open(frame);
      world.chronicle.violation("a spoiled byte is noticed", type.toString(), id);
    } catch (NotAuthentic e) {
      ends = Optional.empty();
    }
  }

  private byte[] seal(Ends both, boolean toCentre, MessageType type, String id, byte[] payload) {
    return both.from(toCentre)
        .seal(
            type.getNumber(),
            toCentre ? id : "A" + id,
            toCentre ? "" : id,
            world.agenda.instant().toEpochMilli(),
            payload);
  }

  private Ends session() {
    if (ends.isEmpty()) {
      ends = Optional.of(shakeHands());
    }
    return ends.get();
  }

  private Ends shakeHands() {
    Clock clock = Clock.fixed(Agenda.START, world.agenda.getZone());
    TerminalHandshake calls =
        new TerminalHandshake(till, Shared.TRUST, TestKeys.centreId(), Shared.RANDOM, clock);
    CentreHandshake.Responded responded =
        new CentreHandshake(Shared.CENTRE, Shared.TRUST, Shared.RANDOM, clock)
            .respond(calls.hello());
    TerminalHandshake.Confirmed confirmed = calls.confirm(responded.frame());
    Session centre = responded.confirmedBy(confirmed.frame());
    Session ready =
        confirmed.ready(CentreHandshake.ready(centre, world.agenda.instant().toEpochMilli()));
    return new Ends(ready, centre);
  }
}
