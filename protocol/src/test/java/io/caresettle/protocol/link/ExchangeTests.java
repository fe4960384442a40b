package io.caresettle.protocol.link;

import static io.caresettle.protocol.link.Counter.PATIENCE;
import static io.caresettle.protocol.link.Counter.PHARMACY;
import static io.caresettle.protocol.link.Counter.TERMINAL;
import static io.caresettle.protocol.link.Counter.bytes;
import static io.caresettle.protocol.link.Counter.centre;
import static io.caresettle.protocol.link.Counter.echo;
import static io.caresettle.protocol.link.Counter.link;
import static io.caresettle.protocol.link.Counter.settle;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.envelope.EnvelopeHeader;
import io.caresettle.protocol.wire.MessageType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A message and its answer")
@Timeout(180)
class ExchangeTests {

  @Test
  void aRequestIsAnsweredWithTheCentresBytesIdAndTime() {
    Instant noon = Instant.parse("2026-11-20T04:00:00Z");
    AtomicReference<String> seen = new AtomicReference<>("");
    RequestHandler handler =
        (terminal, type, id, request) -> {
          seen.set(terminal.partyId() + " " + terminal.institutionCode() + " " + type + " " + id);
          return ServerAnswer.answer(MessageType.SETTLE_ANSWER, request.bytes());
        };
    try (LinkServer centre =
            LinkServer.start(
                Counter.loopback(0),
                Counter.CENTRE,
                Counter.TRUST,
                handler,
                LinkServerSettings.standard().withClock(InstantSource.fixed(noon)),
                LinkListener.NONE);
        Link link = link(centre)) {
      var answer = assertInstanceOf(Reply.Answered.class, settle(link, "M-1"));

      assertEquals("TILL-1 " + PHARMACY + " SETTLE M-1", seen.get());
      assertEquals(MessageType.SETTLE_ANSWER, answer.type());
      assertArrayEquals(bytes("M-1"), answer.payload().bytes());
      assertEquals(noon, answer.centreTime());
      assertTrue(answer.centreMessageId().endsWith("-1"), answer.centreMessageId());
    }
  }

  @Test
  void answersFindTheirRequestsInWhateverOrderTheyCome() throws Exception {
    Map<String, CompletableFuture<ServerAnswer>> answers = new ConcurrentHashMap<>();
    CountDownLatch allThere = new CountDownLatch(3);
    try (LinkServer centre =
            centre(
                (terminal, type, id, request) -> {
                  CompletableFuture<ServerAnswer> answer = new CompletableFuture<>();
                  answers.put(id, answer);
                  allThere.countDown();
                  return ServerAnswer.later(answer);
                });
        Link link = link(centre)) {
      List<CompletableFuture<Reply>> replies = new ArrayList<>();
      for (String id : List.of("A", "B", "C")) {
        replies.add(
            link.exchangeAsync(MessageType.SETTLE, id, bytes(id), PATIENCE).toCompletableFuture());
      }
      assertTrue(allThere.await(40, TimeUnit.SECONDS));
      for (String id : List.of("C", "A", "B")) {
        answers
            .getOrDefault(id, new CompletableFuture<>())
            .complete(ServerAnswer.answer(MessageType.SETTLE_ANSWER, bytes("for " + id)));
      }
      for (int i = 0; i < 3; i++) {
        var answer = assertInstanceOf(Reply.Answered.class, replies.get(i).get());
        assertArrayEquals(bytes("for " + "ABC".charAt(i)), answer.payload().bytes());
      }
    }
  }

  @Test
  void aStageCompletesOnAThreadThatServesNoLine() throws Exception {
    CompletableFuture<ServerAnswer> answer = new CompletableFuture<>();
    try (LinkServer centre = centre((terminal, type, id, request) -> ServerAnswer.later(answer));
        Link link = link(centre)) {
      CompletableFuture<String> thread =
          link.exchangeAsync(MessageType.SETTLE, "M-1", bytes("x"), PATIENCE)
              .thenApply(reply -> Thread.currentThread().getName())
              .toCompletableFuture();
      answer.complete(ServerAnswer.answer(MessageType.SETTLE_ANSWER, bytes("y")));
      assertTrue(thread.get().startsWith("caresettle-link-reply"), thread.get());
    }
  }

  @Test
  void manyCountersShareOneLine() throws Exception {
    Counter.Heard heard = new Counter.Heard();
    try (LinkServer centre = echo();
        Link link = link(centre.address(), TERMINAL, heard)) {
      List<Thread> counters = new ArrayList<>();
      List<String> wrong = Collections.synchronizedList(new ArrayList<>());
      for (int c = 0; c < 20; c++) {
        String name = "C" + c;
        Thread counter =
            new Thread(
                () -> {
                  for (int bill = 0; bill < 20; bill++) {
                    Reply reply = settle(link, name + "-" + bill);
                    if (!(reply instanceof Reply.Answered a)
                        || !Arrays.equals(a.payload().bytes(), bytes(name + "-" + bill))) {
                      wrong.add(reply.toString());
                    }
                  }
                });
        counters.add(counter);
        counter.start();
      }
      for (Thread counter : counters) {
        counter.join();
      }
      assertEquals(List.of(), wrong);
      heard.await("session");
      assertFalse(heard.news.stream().anyMatch(news -> news.startsWith("session")));
    }
  }

  @Test
  void callsBeforeAndAfterTheSessionOpensKeepTheOrderOfTheirSequences() throws Exception {
    // The first ones wait for the session and are sent by the thread that serves lines, while this
    // thread
    // sends the next ones itself.
    int calls = 2_000;
    try (LinkServer centre =
            LinkServer.start(
                Counter.loopback(0),
                Counter.CENTRE,
                Counter.TRUST,
                (terminal, type, id, request) -> ServerAnswer.answer(type, request.bytes()),
                LinkServerSettings.standard().withMaxInFlight(calls),
                LinkListener.NONE);
        Link link =
            Link.open(
                centre.address(),
                TERMINAL,
                Counter.TRUST,
                "CENTRE-TEST",
                LinkSettings.standard().withMaxInFlight(calls),
                LinkListener.NONE)) {
      List<CompletionStage<Reply>> replies = new ArrayList<>();
      for (int call = 0; call < calls; call++) {
        replies.add(link.exchangeAsync(MessageType.QUERY, "Q-" + call, bytes("q"), PATIENCE));
      }
      for (CompletionStage<Reply> reply : replies) {
        assertInstanceOf(Reply.Answered.class, reply.toCompletableFuture().get());
      }
    }
  }

  @Test
  void theLargestPayloadPassesAndOneByteMoreIsNotSent() {
    try (LinkServer centre = echo();
        Link link = link(centre)) {
      byte[] largest = new byte[EnvelopeHeader.MAX_PAYLOAD];
      var answer =
          assertInstanceOf(
              Reply.Answered.class, link.exchange(MessageType.TRIAL, "big", largest, PATIENCE));
      assertEquals(largest.length, answer.payload().size());

      var refused =
          assertInstanceOf(
              Reply.NotSent.class,
              link.exchange(MessageType.TRIAL, "b2", new byte[largest.length + 1], PATIENCE));
      assertEquals(Reply.NotSent.Why.TOO_LARGE, refused.why());
    }
  }

  @Test
  void theListenerSeesKindsIdsAndSizes() throws Exception {
    Counter.Heard heard = new Counter.Heard();
    try (LinkServer centre = echo();
        Link link = link(centre.address(), TERMINAL, heard)) {
      settle(link, "M-1");
      assertEquals("session with CENTRE-TEST", heard.await("session"));
      assertEquals("sent SETTLE M-1 3", heard.await("sent"));
      assertEquals("received SETTLE_ANSWER for M-1 3", heard.await("received"));
    }
    assertEquals("line closed", heard.await("line"));
  }

  @Test
  void aCallThatIsInFlightIsNotSentTwiceAndNoMoreThanAllowedAreInFlight() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    List<CompletionStage<Reply>> open = new ArrayList<>();
    try (LinkServer centre =
            centre(
                (terminal, type, id, request) -> {
                  arrived.countDown();
                  return ServerAnswer.silence();
                });
        Link link =
            Link.open(
                centre.address(),
                TERMINAL,
                Counter.TRUST,
                "CENTRE-TEST",
                LinkSettings.standard().withMaxInFlight(2),
                LinkListener.NONE)) {
      open.add(link.exchangeAsync(MessageType.SETTLE, "M-1", bytes("x"), PATIENCE));
      assertTrue(arrived.await(40, TimeUnit.SECONDS));
      assertEquals(Reply.NotSent.Why.DUPLICATE, notSent(settle(link, "M-1")));
      open.add(link.exchangeAsync(MessageType.SETTLE, "M-2", bytes("x"), PATIENCE));
      assertEquals(Reply.NotSent.Why.BUSY, notSent(settle(link, "M-3")));
    }
    for (CompletionStage<Reply> reply : open) {
      var ended = assertInstanceOf(Reply.NoAnswer.class, reply.toCompletableFuture().get());
      assertEquals(Reply.NoAnswer.Why.LINK_CLOSED, ended.why());
    }
  }

  @Test
  void aDeadlineThatIsOverBeforeItBeginsSendsNothing() {
    try (LinkServer centre = echo();
        Link link = link(centre)) {
      assertEquals(
          Reply.NotSent.Why.DEADLINE,
          notSent(link.exchange(MessageType.SETTLE, "M-1", bytes("x"), Duration.ZERO)));
    }
  }

  private static Reply.NotSent.Why notSent(Reply reply) {
    return assertInstanceOf(Reply.NotSent.class, reply).why();
  }
}
