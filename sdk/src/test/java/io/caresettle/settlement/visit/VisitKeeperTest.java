package io.caresettle.settlement.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.centre.CallBook;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.Reply;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.VisitCall.State;
import io.caresettle.centre.VisitDesk;
import io.caresettle.settlement.visit.VisitKeeper.OpenVisit;
import io.caresettle.settlement.visit.VisitKeeper.Settlement;
import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A keeper of visits")
class VisitKeeperTest {

  private static final BillId BILL = new BillId("H32050000001", "B1");
  private static final Duration IDLE = Duration.ofMinutes(20);

  private final CallBook book = CallBook.inMemory();
  private final List<String> sent = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-20T02:00:00Z");
  private Settlement money = Settlement.NONE;
  private boolean answers = true;

  private final VisitDesk desk =
      new VisitDesk() {
        @Override
        public Reply<VisitCall> ask(VisitCall call, Duration within) {
          sent.add("ask " + call.kind());
          return new Reply.NoAnswer<>("nobody can say");
        }

        @Override
        public Reply<VisitCall> undo(VisitCall call, int seen, Duration within) {
          sent.add("undo " + call.kind());
          return answers ? kept(call, State.GONE) : new Reply.NoAnswer<>("silence");
        }

        @Override
        public Reply<VisitCall> send(VisitCall owed, Duration within) {
          sent.add("send " + owed.kind());
          return answers ? kept(owed, State.STANDS) : new Reply.NoAnswer<>("silence");
        }
      };

  private Reply<VisitCall> kept(VisitCall call, State state) {
    book.keep(call.as(state, now));
    return new Reply.Answered<>(call.as(state, now));
  }

  private VisitKeeper keeper(String slot) {
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    return new VisitKeeper(
        book, desk, unused -> money, id -> id.substring(26, 28).equals(slot), clock, IDLE);
  }

  private void call(String kind, State state, String slot) {
    String id = "H3205000000120261120100000" + slot + (10 + book.of(BILL).size());
    book.keep(new VisitCall(BILL, id, kind, state, Opaque.copyOf(new byte[] {1}), now));
  }

  private List<String> open(VisitKeeper keeper) {
    return keeper.look(Duration.ofSeconds(5)).stream().map(OpenVisit::kind).toList();
  }

  @Test
  @DisplayName(
      "leaves alone the patient at another till of its journal, and tells where it is long")
  void anotherTill() {
    call("2201", State.STANDS, "07");
    now = now.plusSeconds(60);
    VisitKeeper second = keeper("08");
    assertEquals(List.of(), open(second));
    now = now.plus(IDLE).plus(IDLE);
    assertEquals(List.of("2201"), open(second));
    assertEquals(List.of(), sent);
    assertEquals(List.of(), open(keeper("07")));
    assertEquals(List.of("undo 2201"), sent);
  }
}
