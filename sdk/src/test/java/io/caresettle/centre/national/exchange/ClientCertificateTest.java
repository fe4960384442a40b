package io.caresettle.centre.national.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A gateway that wants a client certificate gets it, and a stranger gets nothing")
class ClientCertificateTest {

  private static final Outgoing REQUEST = Outgoing.read(Samples.request("2207"));

  @Test
  @DisplayName(
      "with it the answer comes; without it none; a gateway that nobody believes hears nothing")
  void certificates(@TempDir Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    TlsStore gatewayKeys = TlsStore.named(folder, "gateway");
    TlsStore ours = TlsStore.named(folder, "institution");
    TlsStore stranger = TlsStore.named(folder, "stranger");
    try (LoopbackGateway gateway = gateway(gatewayKeys.believing(ours))) {
      assertInstanceOf(Reply.Answered.class, send(gateway, ours.believing(gatewayKeys)));

      Reply<Incoming> without = send(gateway, TlsStore.without(gatewayKeys));
      assertFalse(without instanceof Reply.Answered, without.toString());
      assertFalse(without instanceof Reply.NotSent, without.toString());
      if (without instanceof Reply.NotAuthentic<Incoming> refused) {
        assertTrue(refused.sent(), "the request may have left before the alert came");
      }
      Reply<Incoming> forged = send(gateway, ours.believing(stranger));
      assertEquals(
          false, assertInstanceOf(Reply.NotAuthentic.class, forged).sent(), forged.toString());
      assertEquals(1, gateway.requests().size());
    }
  }

  private static LoopbackGateway gateway(SSLContext context) throws IOException {
    SSLServerSocket server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    server.setNeedClientAuth(true);
    String answer = MessageText.text(Samples.answer("2207"));
    return new LoopbackGateway(server, LoopbackGateway.answers(200, answer));
  }

  private static Reply<Incoming> send(LoopbackGateway gateway, SSLContext context) {
    NationalLine line =
        new NationalLine(
            NationalLine.Address.of(gateway.url("https")).with(context),
            Profiles.shipped("base").gateway(),
            new ApiKey("key-1"),
            InstantSource.system());
    return line.send(REQUEST, Duration.ofSeconds(60)).toCompletableFuture().join();
  }
}
