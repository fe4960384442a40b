package io.caresettle.sim.simulate;

import io.caresettle.centre.CertificateBook;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.sealed.SealedMessages;
import io.caresettle.journal.RecordType;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Standing;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.session.PeerInfo;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.sim.centre.TestKeys;
import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A till's place on the network: its keys, what it says, and what must be durable before. */
final class Station {

  private static final Map<String, CertifiedKeys> KEYS = new ConcurrentHashMap<>();

  private static final class Shared {
    static final CertificatePair CENTRE = TestKeys.centre().certificates();
    static final Trust TRUST = TestKeys.trust();
  }

  private final World world;
  private final CentreHost host;
  private final int number;
  private final Disk disk;
  private final PeerInfo peer;
  private final SealedMessages messages;
  private final Wire wire;
  private final Set<String> used;
  private final Consumer<Receipt> answers;

  /**
   * @param used the message ids of the whole institution
   * @param answers hears of receipts before anybody does, as only a defective caller would use
   */
  Station(
      World world,
      CentreHost host,
      int number,
      String institution,
      Disk disk,
      Set<String> used,
      Consumer<Receipt> answers) {
    this.world = world;
    this.host = host;
    this.number = number;
    this.disk = disk;
    this.used = used;
    this.answers = answers;
    CertifiedKeys keys = keys(institution);
    this.peer = new PeerInfo(keys.certificates(), new Standing.Good(), institution);
    this.wire = new Wire(world, keys);
    this.messages =
        new SealedMessages(
            keys, Shared.TRUST, Clock.fixed(Agenda.START, world.agenda.getZone()), new NoBook());
  }

  static CertifiedKeys keys(String institution) {
    return KEYS.computeIfAbsent(institution, TestKeys::terminal);
  }

  private static final class NoBook implements CertificateBook {
    private final Set<String> kept = new HashSet<>();

    @Override
    public void keep(String keyId, Opaque certificates) {
      kept.add(keyId);
    }

    @Override
    public List<Opaque> find(String keyId) {
      return List.of();
    }
  }

  SealedMessages messages() {
    return messages;
  }

  CertificatePair centre() {
    return Shared.CENTRE;
  }

  PeerInfo peer() {
    return peer;
  }

  void answered(Receipt receipt) {
    answers.accept(receipt);
  }

  void mustBeDurable(BillId bill, RecordType type, String messageId) {
    if (!disk.holds(bill, type, messageId)) {
      world.chronicle.violation(
          "nothing is sent before it is durable", bill.number(), type + " " + messageId);
    }
  }

  /**
   * Sends one message, whose answer comes as often as the network pleases.
   *
   * @param told the answer's type and bytes; no bytes where they came spoiled
   */
  void exchange(
      Life life,
      MessageType type,
      String id,
      String bill,
      byte[] payload,
      BiConsumer<MessageType, Optional<byte[]>> told) {
    String what = type + " " + id.substring(id.length() - 10) + " of " + bill;
    if (!used.add(id)) {
      world.chronicle.violation("a message id is used once", bill, id);
    }
    world.chronicle.tell("T" + number, "sends " + what);
    world.chronicle.fact("T" + number, "sends", "" + type.getNumber(), id);
    byte[] opened = wire.through(true, type, id, payload);
    world.network.carry(
        number,
        true,
        what,
        arrival -> {
          if (arrival == Network.Arrival.WHOLE) {
            served(life, type, id, what, opened, told);
          } else {
            wire.spoiled(true, type, id, payload);
          }
        });
  }

  private void served(
      Life life,
      MessageType type,
      String id,
      String what,
      byte[] payload,
      BiConsumer<MessageType, Optional<byte[]>> told) {
    var answer = host.handle(peer, type, id, payload);
    if (answer.isEmpty()) {
      return;
    }
    world.chronicle.tell("centre", "answers " + what);
    MessageType answered = answer.get().type();
    world.chronicle.fact("centre", "answers", "" + answered.getNumber(), id);
    byte[] written = answer.get().payload().bytes();
    byte[] opened = wire.through(false, answered, id, written);
    world.network.carry(
        number,
        false,
        "the answer to " + what,
        arrival -> {
          Optional<byte[]> heard = Optional.of(opened);
          if (arrival != Network.Arrival.WHOLE) {
            wire.spoiled(false, answered, id, written);
            heard = Optional.empty();
          }
          hear(life, answered, heard, told);
        });
  }

  /** The session ended with the process: in another life nobody hears the answer. */
  private void hear(
      Life life,
      MessageType answered,
      Optional<byte[]> heard,
      BiConsumer<MessageType, Optional<byte[]>> told) {
    var unused = world.agenda.after(Duration.ZERO, life, () -> told.accept(answered, heard));
  }
}
