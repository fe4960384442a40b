package io.caresettle.centre.national.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.Reply;
import io.caresettle.centre.national.Samples;
import io.caresettle.centre.national.envelope.ApiKey;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.envelope.Outgoing;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.profile.Profiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A request is sent once, and what became of it is said truthfully")
class NationalLineTest {

  private static final Outgoing REQUEST = Outgoing.read(Samples.request("2207"));
  private static final String ANSWER = MessageText.text(Samples.answer("2207"));
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration LATE = Duration.ofSeconds(20);

  @Test
  @DisplayName("headers and body arrive as they were made, and the answer is read")
  void exchanges() throws IOException {
    try (LoopbackGateway gateway = new LoopbackGateway(LoopbackGateway.answers(200, ANSWER))) {
      Reply<Incoming> reply = send(gateway, "base", LATE);

      Object answer = assertInstanceOf(Reply.Answered.class, reply).value();
      assertEquals(
          Samples.answer("2207").node("output").orElseThrow(),
          assertInstanceOf(Incoming.class, answer).output());
      String sent = gateway.requests().get(0);
      assertTrue(sent.startsWith("POST /fsi/callService HTTP/1.1"), sent);
      assertTrue(sent.toLowerCase(Locale.ROOT).contains("apikey: key-1"), sent);
      assertTrue(sent.endsWith(MessageText.text(REQUEST.whole())), sent);
    }
  }

  @Test
  @DisplayName("where the transaction stands in the path, it is put there")
  void perTransaction() throws IOException {
    try (LoopbackGateway gateway = new LoopbackGateway(LoopbackGateway.answers(200, ANSWER))) {
      send(gateway, "guangdong-guangzhou", LATE);
      assertTrue(gateway.requests().get(0).startsWith("POST /fsi/callService/2207 "));
    }
  }

  @Test
  @DisplayName("nobody listening: nothing was sent")
  void nobodyListening() throws IOException {
    URI url;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      url = URI.create("http://localhost:" + free.getLocalPort() + "/");
    }
    assertInstanceOf(Reply.NotSent.class, send(url, "base", LATE));
    assertInstanceOf(
        Reply.NotSent.class, send(URI.create("http://no-such-host.invalid/"), "base", LATE));
  }

  @Test
  @DisplayName("a gateway that hangs up without a word: nobody knows, and nothing is sent again")
  void hangsUp() throws IOException {
    try (LoopbackGateway gateway =
        new LoopbackGateway((request, connection, out) -> connection.close())) {
      assertInstanceOf(Reply.NoAnswer.class, send(gateway, "base", LATE));
      assertEquals(1, gateway.requests().size());
    }
  }

  @Test
  @DisplayName("the second request of a connection that was cut: nobody knows, and it came once")
  void cutBetweenRequests() throws IOException {
    boolean[] first = {true};
    try (LoopbackGateway gateway =
        new LoopbackGateway(
            (request, connection, out) -> {
              if (first[0]) {
                first[0] = false;
                LoopbackGateway.answers(200, ANSWER).with(request, connection, out);
              } else {
                connection.close();
              }
            })) {
      NationalLine line = line(gateway.url("http"), "base");
      assertInstanceOf(Reply.Answered.class, join(line, LATE));
      assertInstanceOf(Reply.NoAnswer.class, join(line, LATE));
      assertEquals(2, gateway.requests().size());
    }
  }

  @Test
  @DisplayName("silence, and a body that drips for ever: nobody knows, at the deadline")
  void deadline() throws IOException {
    CountDownLatch end = new CountDownLatch(1);
    LoopbackGateway.Doing silent = (request, connection, out) -> waitFor(end);
    LoopbackGateway.Doing drips =
        (request, connection, out) -> {
          out.write(LoopbackGateway.head(200, 1_000_000));
          for (int i = 0; i < 1_000 && !isOver(end); i++) {
            out.write(' ');
            out.flush();
          }
        };
    for (LoopbackGateway.Doing doing : List.of(silent, drips)) {
      try (LoopbackGateway gateway = new LoopbackGateway(doing)) {
        long began = System.nanoTime();
        assertInstanceOf(Reply.NoAnswer.class, send(gateway, "base", SOON));
        assertTrue(System.nanoTime() - began < TimeUnit.SECONDS.toNanos(15));
      }
    }
    end.countDown();
  }

  @Test
  @DisplayName("half an answer, another status, GBK, and ten megabytes are no answer")
  void noAnswers() throws IOException {
    for (LoopbackGateway.Doing doing :
        List.<LoopbackGateway.Doing>of(
            (request, connection, out) -> {
              out.write(LoopbackGateway.head(200, 1_000));
              out.write("{\"infcode\":0".getBytes(StandardCharsets.US_ASCII));
              out.flush();
              connection.close();
            },
            LoopbackGateway.answers(500, "{\"infcode\":0}"),
            LoopbackGateway.answers(302, "{\"infcode\":0}"),
            LoopbackGateway.answers(200, "<html>"),
            (request, connection, out) -> {
              byte[] gbk = "{\"err_msg\":\"\u7532\"}".getBytes("GBK");
              out.write(LoopbackGateway.head(200, gbk.length));
              out.write(gbk);
              out.flush();
            },
            LoopbackGateway.answers(200, "{\"a\":\"" + "x".repeat(10_000_000) + "\"}"))) {
      try (LoopbackGateway gateway = new LoopbackGateway(doing)) {
        assertInstanceOf(Reply.NoAnswer.class, send(gateway, "base", LATE));
        assertEquals(1, gateway.requests().size());
      }
    }
  }

  private static Reply<Incoming> send(LoopbackGateway gateway, String profile, Duration deadline) {
    return send(gateway.url("http"), profile, deadline);
  }

  private static Reply<Incoming> send(URI url, String profile, Duration deadline) {
    return join(line(url, profile), deadline);
  }

  private static NationalLine line(URI url, String profile) {
    return new NationalLine(
        NationalLine.Address.of(url),
        Profiles.shipped(profile).gateway(),
        new ApiKey("key-1"),
        InstantSource.system());
  }

  private static Reply<Incoming> join(NationalLine line, Duration deadline) {
    return line.send(REQUEST, deadline).toCompletableFuture().join();
  }

  private static void waitFor(CountDownLatch end) {
    try {
      end.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** After a moment, or as soon as it is. */
  private static boolean isOver(CountDownLatch end) {
    try {
      return end.await(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
