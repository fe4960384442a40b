package io.caresettle.sim.simulate;

import com.google.protobuf.ByteString;
import io.caresettle.centre.SignedIn;
import io.caresettle.journal.AuditHead;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.session.PeerInfo;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.SignIn;
import io.caresettle.protocol.wire.SignInAnswer;
import io.caresettle.protocol.wire.SignedDocument;
import io.caresettle.settlement.CentreClock;
import io.caresettle.settlement.Settler;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * How a till signs in: over a line that fails only where the centre is down. Here a copy of a
 * journal is told apart from its original.
 */
final class SigningIn implements Port.Door {

  private final Till till;
  private final PeerInfo peer;
  private final SimJournal journal;
  private final CentreClock clock;

  SigningIn(Till till, PeerInfo peer, SimJournal journal, CentreClock clock) {
    this.till = till;
    this.peer = peer;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Optional<SignedIn> ask() {
    AuditHead head = journal.head();
    SignIn.Builder message =
        SignIn.newBuilder()
            .setInstitutionCode(till.institution.code())
            .setTerminalSlot(journal.slot())
            .setJournalEpoch(journal.epoch())
            .setSoftwareVersion("simulated")
            .setAuditHead(
                io.caresettle.protocol.wire.AuditHead.newBuilder()
                    .setJournalEpoch(head.epoch())
                    .setPosition(head.position())
                    .setHead(ByteString.copyFrom(HexFormat.of().parseHex(head.digest()))));
    Optional<byte[]> last = till.disk.trail().countersigned();
    if (last.isPresent()) {
      message.setLastCountersigned(Messages.read(SignedDocument.getDefaultInstance(), last.get()));
    }
    // Not one of the till's own ids: a copy must not give out any before it is known for one.
    var answer =
        till.host.handle(
            peer,
            MessageType.SIGN_IN,
            till.institution.code() + "20261120090000" + "0001",
            message.build().toByteArray());
    return answer.isEmpty()
        ? Optional.empty()
        : Optional.of(
            told(Messages.read(SignInAnswer.getDefaultInstance(), answer.get().payload())));
  }

  private SignedIn told(SignInAnswer answer) {
    if (!answer.hasSignedIn()) {
      throw new IllegalStateException("The centre refuses a sign-in: " + answer.getRefusal());
    }
    var in = answer.getSignedIn();
    if (in.hasAuditHead()) {
      journal.keepAnchor(journal.head(), in.getAuditHead().toByteArray());
    }
    till.disk.trail().told();
    SignedIn told =
        new SignedIn(
            Instant.ofEpochMilli(in.getCentreTimeMillis()),
            LocalDate.parse(in.getBusinessDate()),
            in.getCatalogueVersion(),
            Optional.of(in.getGrantedSlot()),
            Optional.empty(),
            Optional.of(Duration.ofMillis(in.getLongestMessageLifeMillis())),
            Optional.of(Instant.ofEpochMilli(in.getBusinessDateEndsMillis())));
    clock.set(told);
    return told;
  }

  /**
   * Goes on with what is open, unless the journal is a copy: that begins a life of its own first,
   * and then disputes what it inherited, or does so in its next process.
   *
   * @return what is disputed
   */
  @Override
  public List<BillId> takeUp(SignedIn told, Settler settler) {
    int granted = told.grantedSlot().orElse(journal.slot());
    boolean known = granted == journal.slot() || till.world.has(Defect.SLOT_COLLISION);
    if (known && journal.slot() == till.askedSlot) {
      try {
        settler.takeUp();
      } catch (JournalUnavailable e) {
        // A terminal's next rounds go on with what they can.
        till.world.chronicle.tell(till.toString(), "cannot take up: " + e.reason());
      }
      return List.of();
    }
    if (!known) {
      journal.begin(journal.epoch() + "+" + granted, granted);
    }
    List<BillId> disputed = settler.disputeCopies();
    till.world.chronicle.tell(
        till.toString(), "is a copy: it has slot " + granted + " now, and disputes " + disputed);
    if (!known) {
      // A life of which the centre does not know yet.
      var unused = ask();
    }
    return disputed;
  }

  @Override
  public Optional<Duration> nextDay(SignedIn told) {
    return told.businessDateEnds()
        .map(end -> Duration.between(told.centreTime(), end).plusSeconds(1))
        .filter(wait -> wait.compareTo(till.world.weather.storm()) < 0);
  }
}
