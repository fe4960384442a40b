package io.caresettle.protocol.link;

import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.TestAuthority;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.wire.MessageType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A terminal and a centre that know each other, for the stories of this package. */
final class Counter {

  static final SecureRandom RANDOM = new SecureRandom();
  static final String PHARMACY = "P00000000001";
  static final TestAuthority AUTHORITY = new TestAuthority(TrustProfile.TEST);
  static final CertifiedKeys TERMINAL = AUTHORITY.certified(Subject.terminal("TILL-1", PHARMACY));
  static final CertifiedKeys CENTRE = AUTHORITY.certified(Subject.centre("CENTRE-TEST"));
  static final CertifiedKeys STRANGER =
      new TestAuthority(TrustProfile.TEST).certified(Subject.terminal("TILL-9", PHARMACY));
  static final Trust TRUST = AUTHORITY.trust();
  static final Duration PATIENCE = Duration.ofSeconds(40);

  private Counter() {}

  static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  static LinkServer centre(RequestHandler handler) {
    return LinkServer.start(loopback(0), CENTRE, TRUST, handler);
  }

  /** A centre that answers every request with its own bytes. */
  static LinkServer echo() {
    return centre(
        (terminal, type, id, request) ->
            ServerAnswer.answer(MessageType.SETTLE_ANSWER, request.bytes()));
  }

  static Link link(LinkServer centre) {
    return link(centre.address(), TERMINAL, new Heard());
  }

  static Link link(InetSocketAddress address, CertifiedKeys own, LinkListener listener) {
    return Link.open(address, own, TRUST, "CENTRE-TEST", LinkSettings.standard(), listener);
  }

  static Reply settle(Link link, String id) {
    return link.exchange(MessageType.SETTLE, id, bytes(id), PATIENCE);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A listener whose news can be waited for. */
  static final class Heard implements LinkListener {
    final BlockingQueue<String> news = new LinkedBlockingQueue<>();

    @Override
    public void sessionOpened(String sessionId, String peerId, Duration handshake) {
      news.add("session with " + peerId);
    }

    @Override
    public void addressFailed(InetSocketAddress address, Reply.NotSent reason) {
      news.add("failed " + reason.why());
    }

    @Override
    public void sent(MessageType type, String id, int plain, int sealed) {
      news.add("sent " + type + " " + id + " " + plain);
    }

    @Override
    public void received(MessageType type, String id, String inReplyTo, int plain, int sealed) {
      news.add("received " + type + " for " + inReplyTo + " " + plain);
    }

    @Override
    public void lateAnswer(String inReplyTo, Reply.Answered answer) {
      news.add(
          "late for "
              + inReplyTo
              + ": "
              + new String(answer.payload().bytes(), StandardCharsets.UTF_8));
    }

    @Override
    public void lineClosed(String sessionId, boolean authentic) {
      news.add(authentic ? "line closed" : "line closed, not authentic");
    }

    /** Waits until something is heard that begins with {@code beginning}. */
    String await(String beginning) throws InterruptedException {
      while (true) {
        String heard = news.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (heard == null) {
          throw new AssertionError("Never heard: " + beginning);
        }
        if (heard.startsWith(beginning)) {
          return heard;
        }
      }
    }
  }
}
