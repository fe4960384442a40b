package io.caresettle.protocol.link;

import static io.caresettle.protocol.link.Counter.loopback;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.session.TerminalHandshake;
import io.netty.channel.EventLoopGroup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Whoever makes one line")
@Timeout(180)
class ConnectorTests {

  /** It keeps no lines. */
  private static final Line.Keeper NOBODY =
      new Line.Keeper() {
        @Override
        public void due(Line line) {}

        @Override
        public void left(Line line) {}

        @Override
        public void ended(Line line) {}
      };

  private final EventLoopGroup loops = Frames.eventLoops("connector-test", 1);

  private CompletableFuture<Dialled> dial(
      InetSocketAddress address,
      Supplier<TerminalHandshake> handshakes,
      Connector.Directory directory) {
    return new Connector(
            loops.next(),
            Runnable::run,
            handshakes,
            LinkSettings.standard(),
            new News(LinkListener.NONE, "nobody"),
            directory)
        .dial(address, NOBODY);
  }

  @AfterEach
  void close() {
    Frames.shutDown(loops);
  }

  @Test
  void saysSoWhenItCannotEvenBegin() throws Exception {
    Supplier<TerminalHandshake> none =
        () -> {
          throw new IllegalStateException("no keys");
        };
    InetSocketAddress named = InetSocketAddress.createUnresolved("centre.invalid", 1);
    for (InetSocketAddress address : new InetSocketAddress[] {loopback(1), named}) {
      var failed =
          assertInstanceOf(
              Dialled.Failed.class,
              dial(address, none, name -> new InetAddress[] {InetAddress.getLoopbackAddress()})
                  .get(40, TimeUnit.SECONDS));
      assertTrue(failed.reason().text().contains("IllegalStateException"));
    }
  }

  @Test
  void triesTheNextMachineOfANameWhenTheFirstIsDead() throws Exception {
    InetAddress dead = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
    InetAddress alive = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (ServerSocket door = new ServerSocket(0, 1, alive)) {
      door.setSoTimeout(10_000);
      var attempt =
          dial(
              InetSocketAddress.createUnresolved("centre.invalid", door.getLocalPort()),
              () ->
                  new TerminalHandshake(
                      Counter.TERMINAL,
                      Counter.TRUST,
                      "CENTRE-TEST",
                      Counter.RANDOM,
                      InstantSource.system()),
              name -> new InetAddress[] {dead, alive});
      try (Socket line = door.accept()) {
        assertEquals(alive, line.getLocalAddress());
      }
      assertInstanceOf(Dialled.Failed.class, attempt.get(40, TimeUnit.SECONDS));
    }
  }
}
