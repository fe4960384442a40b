package io.caresettle.sim.simulate;

import io.caresettle.centre.AuditDesk;
import io.caresettle.centre.Centre;
import io.caresettle.centre.ComparedDay;
import io.caresettle.centre.DayEndDesk;
import io.caresettle.centre.DayPage;
import io.caresettle.centre.DayQuestion;
import io.caresettle.centre.DayTotals;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.sealed.SealedMessage;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.settlement.CentreClock;
import io.caresettle.settlement.Line;
import io.caresettle.settlement.Settler;
import io.caresettle.settlement.UndoProfile;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A till that speaks the sealed protocol. */
final class SealedPort implements Port {

  private final Till till;
  private final Station station;

  SealedPort(Till till, int number, Set<String> used) {
    this.till = till;
    this.station =
        new Station(
            till.world,
            till.host,
            number,
            till.institution.code(),
            till.disk,
            used,
            till::answered);
  }

  @Override
  public Line line(SimJournal journal, Life life, Clock clock, Consumer<Receipt> late) {
    return new SimLine(till.world, station, journal, life, late::accept);
  }

  @Override
  public Door door(SimJournal journal, CentreClock clock) {
    return new SigningIn(till, station.peer(), journal, clock);
  }

  @Override
  public UndoProfile undo() {
    return UndoProfile.sealedProtocol();
  }

  @Override
  public boolean lookUp(Plan plan) {
    return till.host
        .handle(
            station.peer(),
            MessageType.LOOK_UP,
            till.institution.code() + "20261120090000" + "00" + "00",
            People.lookUp(plan.person(), plan.visit()).toByteArray())
        .isPresent();
  }

  /** Nothing: here a bill is one message. */
  @Override
  public void goOn(Settler settler, Life life) {}

  /** A comparison needs only two desks of it. */
  @Override
  public Centre days() {
    DayEndDesk days =
        new DayEndDesk() {
          @Override
          public Reply<ComparedDay> compare(DayTotals ours, Duration within) {
            return ask(station.messages().compare(ours));
          }

          @Override
          public Reply<DayPage> details(DayQuestion asked, Duration within) {
            return ask(station.messages().details(asked));
          }
        };
    AuditDesk audit = (slot, head, within) -> new Reply.NotSent<>("it was sent with the sums");
    return (Centre)
        Proxy.newProxyInstance(
            Centre.class.getClassLoader(),
            new Class<?>[] {Centre.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "dayEnd" -> days;
                  case "audit" -> audit;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private <T> Reply<T> ask(SealedMessage<T> asked) {
    return Optional.of(till.journal().nextMessageId())
        .flatMap(id -> askNow(asked, id))
        .orElseGet(() -> new Reply.NoAnswer<>("the centre is down"));
  }

  /** Asks over a line that does not fail. */
  private <T> Optional<Reply<T>> askNow(SealedMessage<T> asked, String id) {
    return till.host
        .handle(station.peer(), asked.type(), id, asked.bytes())
        .map(
            answer ->
                station
                    .messages()
                    .read(asked, station.centre(), answer.type(), answer.payload().bytes()));
  }
}
