package io.caresettle.protocol.link;

import static io.caresettle.protocol.link.Counter.CENTRE;
import static io.caresettle.protocol.link.Counter.TERMINAL;
import static io.caresettle.protocol.link.Counter.TRUST;
import static io.caresettle.protocol.link.Counter.loopback;
import static io.caresettle.protocol.link.Counter.settle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.MessageType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("TLS beneath the frames")
@Timeout(180)
class TlsTests {

  private static TlsParty here;
  private static TlsParty elsewhere;

  @BeforeAll
  static void makeCertificates(@TempDir Path folder) throws Exception {
    here = TlsParty.named(folder, "here", "dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1");
    elsewhere = TlsParty.named(folder, "elsewhere", "dns:centre.example");
  }

  private static LinkServer centre(TlsParty shown) throws Exception {
    return centre(LinkServerSettings.standard().withTls(shown.shows()));
  }

  private static LinkServer centre(LinkServerSettings settings) {
    return LinkServer.start(
        loopback(0),
        CENTRE,
        TRUST,
        (terminal, type, id, request) ->
            ServerAnswer.answer(MessageType.SETTLE_ANSWER, request.bytes()),
        settings,
        LinkListener.NONE);
  }

  private static Link link(InetSocketAddress address, SSLContext trusting) {
    return link(address, LinkSettings.standard().withTls(trusting));
  }

  private static Link link(InetSocketAddress address, LinkSettings settings) {
    return Link.open(
        address,
        TERMINAL,
        TRUST,
        "CENTRE-TEST",
        settings.withHandshake(Duration.ofSeconds(30)),
        LinkListener.NONE);
  }

  @Test
  void carriesMessagesToTheHostOfATrustedCertificate() throws Exception {
    try (LinkServer centre = centre(here);
        Link link = link(centre.address(), here.trusted())) {
      assertInstanceOf(Reply.Answered.class, settle(link, "M-1"));
      assertInstanceOf(Reply.Answered.class, settle(link, "M-2"));
    }
  }

  @Test
  void carriesMessagesToANameThatIsLookedUp() throws Exception {
    try (LinkServer centre = centre(here);
        Link link =
            link(
                InetSocketAddress.createUnresolved("localhost", centre.address().getPort()),
                here.trusted())) {
      assertInstanceOf(Reply.Answered.class, settle(link, "M-1"));
    }
  }

  @Test
  void isNotMadeWithACertificateForAnotherHost() throws Exception {
    try (LinkServer centre = centre(elsewhere);
        Link link = link(centre.address(), elsewhere.trusted())) {
      isTls("for another host", settle(link, "M-1"));
    }
  }

  @Test
  void isNotMadeWithACertificateThatIsNotTrusted() throws Exception {
    try (LinkServer centre = centre(here);
        Link link = link(centre.address(), elsewhere.trusted())) {
      isTls("not one that this terminal trusts", settle(link, "M-1"));
    }
  }

  @Test
  void isNotMadeByDefaultTowardsANameEvenOfThisMachine() throws Exception {
    // Nobody handed in a context, and the JDK's own roots do not know this one.
    try (LinkServer centre = centre(here);
        Link link =
            link(
                InetSocketAddress.createUnresolved("localhost", centre.address().getPort()),
                LinkSettings.standard())) {
      isTls("not one that this terminal trusts", settle(link, "M-1"));
    }
  }

  @Test
  void isNotMadeWithOneWhoKnowsOnlyTheVersionBefore() throws Exception {
    try (SSLServerSocket old =
            (SSLServerSocket)
                here.shows()
                    .getServerSocketFactory()
                    .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Link link = link(loopback(old.getLocalPort()), here.trusted())) {
      old.setEnabledProtocols(new String[] {"TLSv1.2"});
      Thread serving = new Thread(() -> shakeHands(old), "old centre");
      serving.setDaemon(true);
      serving.start();
      isTls("TLS 1.3", settle(link, "M-1"));
    }
  }

  private static void shakeHands(SSLServerSocket door) {
    try (SSLSocket line = (SSLSocket) door.accept()) {
      line.startHandshake();
    } catch (SSLException refused) {
      // As it should be.
    } catch (IOException closed) {
      // The terminal was faster.
    }
  }

  @Test
  void isNotMadeWithACentreThatHasNone() throws Exception {
    try (LinkServer centre = centre(LinkServerSettings.standard());
        Link link = link(centre.address(), here.trusted())) {
      isTls("closed while it was made", settle(link, "M-1"));
    }
  }

  @Test
  void isNotMadeWithSomebodyWhoTalksInClear() throws Exception {
    try (Impostor impostor = new Impostor(Counter.bytes("220 mail.example at your service\r\n"));
        Link link = link(impostor.address(), here.trusted())) {
      isTls("does not speak it", settle(link, "M-1"));
    }
  }

  @Test
  void isNotMadeWithSomebodyWhoSaysNothing() throws Exception {
    try (Impostor impostor = new Impostor(new byte[0]);
        Link link =
            Link.open(
                impostor.address(),
                TERMINAL,
                TRUST,
                "CENTRE-TEST",
                LinkSettings.standard()
                    .withTls(here.trusted())
                    .withHandshake(Duration.ofSeconds(1)),
                LinkListener.NONE)) {
      Reply.NotSent reply = assertInstanceOf(Reply.NotSent.class, settle(link, "M-1"));
      assertEquals(Reply.NotSent.Why.HANDSHAKE_BROKEN, reply.why());
    }
  }

  @Test
  void isMissedByATerminalThatHasNone() throws Exception {
    try (LinkServer centre = centre(here);
        Link link = link(centre.address(), LinkSettings.standard())) {
      Reply.NotSent reply = assertInstanceOf(Reply.NotSent.class, settle(link, "M-1"));
      assertTrue(
          reply.why() == Reply.NotSent.Why.HANDSHAKE_BROKEN
              || reply.why() == Reply.NotSent.Why.NOT_THE_CENTRE,
          reply.toString());
    }
  }

  private static void isTls(String text, Reply reply) {
    Reply.NotSent notSent = assertInstanceOf(Reply.NotSent.class, reply);
    assertEquals(Reply.NotSent.Why.TLS, notSent.why(), notSent.text());
    assertTrue(notSent.text().contains(text), notSent.text());
  }
}
