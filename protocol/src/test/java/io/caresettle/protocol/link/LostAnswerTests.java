package io.caresettle.protocol.link;

import static io.caresettle.protocol.link.Counter.PATIENCE;
import static io.caresettle.protocol.link.Counter.TERMINAL;
import static io.caresettle.protocol.link.Counter.bytes;
import static io.caresettle.protocol.link.Counter.centre;
import static io.caresettle.protocol.link.Counter.link;
import static io.caresettle.protocol.link.Counter.settle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.MessageType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A request whose answer does not come")
@Timeout(180)
class LostAnswerTests {

  private static final Duration SOON = Duration.ofMillis(700);

  @Test
  void isUnansweredWhenTheDeadlinePasses() {
    try (LinkServer centre = centreThat(ServerAnswer.silence());
        Link link = link(centre)) {
      haveALine(link);
      assertEquals(
          Reply.NoAnswer.Why.DEADLINE,
          noAnswer(link.exchange(MessageType.SETTLE, "M-1", bytes("x"), SOON)));
    }
  }

  @Test
  void isUnansweredWhenTheLineIsClosedBeforeIt() {
    unansweredAndThenAnsweredOnANewLine(ServerAnswer.lineClosed(), Reply.NoAnswer.Why.LINE_CLOSED);
  }

  @Test
  void isUnansweredWhenTheLineIsClosedInTheMiddleOfIt() {
    unansweredAndThenAnsweredOnANewLine(
        ServerAnswer.closedMidFrame(MessageType.SETTLE_ANSWER, bytes("receipt")),
        Reply.NoAnswer.Why.LINE_CLOSED);
  }

  @Test
  void isUnansweredWhenOneBitOfItWasTurned() {
    unansweredAndThenAnsweredOnANewLine(
        ServerAnswer.bitTurned(MessageType.SETTLE_ANSWER, bytes("receipt")),
        Reply.NoAnswer.Why.NOT_AUTHENTIC);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 45, 300, 1 << 20})
  void isUnansweredWhenGarbageComesInItsPlace(int length) {
    byte[] garbage = new byte[length];
    Counter.RANDOM.nextBytes(garbage);
    garbage[0] = 4; // as an envelope begins
    unansweredAndThenAnsweredOnANewLine(
        ServerAnswer.garbage(garbage), Reply.NoAnswer.Why.NOT_AUTHENTIC);
  }

  @Test
  void isUnansweredWhenAFrameOfNothingOrOfTooMuchComesInItsPlace() {
    unansweredAndThenAnsweredOnANewLine(
        ServerAnswer.garbage(new byte[0]), Reply.NoAnswer.Why.NOT_AUTHENTIC);
    unansweredAndThenAnsweredOnANewLine(
        ServerAnswer.garbage(new byte[FrameDecoder.MAX_FRAME + 1]),
        Reply.NoAnswer.Why.NOT_AUTHENTIC);
  }

  @Test
  void isUnansweredTogetherWithAllOthersOfItsLine() throws Exception {
    CountDownLatch arrived = new CountDownLatch(2);
    try (LinkServer centre =
            centre(
                (terminal, type, id, request) -> {
                  arrived.countDown();
                  return ServerAnswer.silence();
                });
        Link link = link(centre)) {
      var first = link.exchangeAsync(MessageType.SETTLE, "M-1", bytes("x"), PATIENCE);
      var second = link.exchangeAsync(MessageType.SETTLE, "M-2", bytes("x"), PATIENCE);
      assertTrue(arrived.await(40, TimeUnit.SECONDS));
      centre.cutLines();
      for (var reply : List.of(first, second)) {
        assertEquals(Reply.NoAnswer.Why.LINE_CLOSED, noAnswer(reply.toCompletableFuture().get()));
      }
    }
  }

  @Test
  void isUnansweredWhenTheCentreThrows() throws Exception {
    // The centre's author sees the exception on the thread that handles; the terminal sees a broken
    // line.
    CompletableFuture<String> seen = new CompletableFuture<>();
    try (LinkServer centre =
            centre(
                (terminal, type, id, request) -> {
                  Thread.currentThread()
                      .setUncaughtExceptionHandler(
                          (thread, thrown) -> seen.complete(thrown.getMessage()));
                  throw new IllegalStateException("no books");
                });
        Link link = link(centre)) {
      assertEquals(Reply.NoAnswer.Why.LINE_CLOSED, noAnswer(settle(link, "M-1")));
    }
    assertEquals("no books", seen.get());
  }

  @Test
  void isReportedToTheListenerWhenTheAnswerComesLate() throws Exception {
    CompletableFuture<ServerAnswer> late = new CompletableFuture<>();
    Counter.Heard heard = new Counter.Heard();
    try (LinkServer centre = centreThat(ServerAnswer.later(late));
        Link link = link(centre.address(), TERMINAL, heard)) {
      haveALine(link);
      assertEquals(
          Reply.NoAnswer.Why.DEADLINE,
          noAnswer(link.exchange(MessageType.SETTLE, "M-1", bytes("x"), SOON)));

      late.complete(ServerAnswer.answer(MessageType.SETTLE_ANSWER, bytes("settled")));

      assertEquals("late for M-1: settled", heard.await("late"));
    }
  }

  @Test
  void leavesItsSilentLineToOthersAndGetsANewOne() throws Exception {
    Counter.Heard heard = new Counter.Heard();
    try (LinkServer centre = centreThat(ServerAnswer.silence());
        Link link = link(centre.address(), TERMINAL, heard)) {
      haveALine(link);
      noAnswer(link.exchange(MessageType.SETTLE, "M-1", bytes("x"), SOON));
      assertInstanceOf(Reply.Answered.class, settle(link, "M-1"));
      heard.await("session");
      heard.await("session");
    }
  }

  @Test
  void keepsItsLineWhenOthersAreAnsweredOnIt() throws Exception {
    Counter.Heard heard = new Counter.Heard();
    CountDownLatch arrived = new CountDownLatch(1);
    try (LinkServer centre =
            centre(
                (terminal, type, id, request) -> {
                  if (id.equals("lost")) {
                    arrived.countDown();
                    return ServerAnswer.silence();
                  }
                  return ServerAnswer.answer(MessageType.SETTLE_ANSWER, request.bytes());
                });
        Link link = link(centre.address(), TERMINAL, heard)) {
      haveALine(link);
      // Long enough for another to be answered meanwhile.
      var lost = link.exchangeAsync(MessageType.SETTLE, "lost", bytes("x"), Duration.ofSeconds(3));
      assertTrue(arrived.await(40, TimeUnit.SECONDS));
      assertInstanceOf(Reply.Answered.class, settle(link, "M-1"));
      assertEquals(Reply.NoAnswer.Why.DEADLINE, noAnswer(lost.toCompletableFuture().get()));
      assertInstanceOf(Reply.Answered.class, settle(link, "M-2"));
    }
    heard.await("session");
    heard.await("received SETTLE_ANSWER for M-2");
    assertEquals("line closed", heard.await(""));
  }

  @Test
  void isUnansweredWhenItsThreadIsInterruptedWhichStaysSo() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    try (LinkServer centre =
            centre(
                (terminal, type, id, request) -> {
                  arrived.countDown();
                  return ServerAnswer.silence();
                });
        Link link = link(centre)) {
      Thread cashier =
          new Thread(
              () -> {
                reply.complete(settle(link, "M-1"));
                stillInterrupted.complete(Thread.currentThread().isInterrupted());
              });
      cashier.start();
      assertTrue(arrived.await(40, TimeUnit.SECONDS));
      cashier.interrupt();
      assertEquals(Reply.NoAnswer.Why.INTERRUPTED, noAnswer(reply.get()));
      assertTrue(stillInterrupted.get());
    }
  }

  /** Otherwise a short deadline may be over before there is anything to be silent on. */
  private static void haveALine(Link link) {
    try (Reservation reserved = link.reserve(Counter.PATIENCE)) {
      assertInstanceOf(Reservation.Place.class, reserved);
    }
  }

  private static void unansweredAndThenAnsweredOnANewLine(
      ServerAnswer fault, Reply.NoAnswer.Why why) {
    try (LinkServer centre = centreThat(fault);
        Link link = link(centre)) {
      assertEquals(why, noAnswer(settle(link, "M-1")));
      assertInstanceOf(Reply.Answered.class, settle(link, "M-1"));
    }
  }

  /** A centre that has one fault, and then none. */
  private static LinkServer centreThat(ServerAnswer fault) {
    Queue<ServerAnswer> faults = new ArrayDeque<>(List.of(fault));
    return centre(
        (terminal, type, id, request) -> {
          ServerAnswer next = faults.poll();
          return next == null
              ? ServerAnswer.answer(MessageType.SETTLE_ANSWER, request.bytes())
              : next;
        });
  }

  private static Reply.NoAnswer.Why noAnswer(Reply reply) {
    return assertInstanceOf(Reply.NoAnswer.class, reply).why();
  }
}
