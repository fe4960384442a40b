package io.caresettle.sim.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.card.CardReader;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.policy.plan.CareType;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.sdk.TerminalConfig;
import io.caresettle.sdk.TerminalListener;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.adjudicate.LawBook;
import io.caresettle.sim.centre.CentreServer;
import io.caresettle.sim.centre.CentreSettings;
import io.caresettle.sim.centre.TestKeys;
import io.caresettle.split.Bill;
import io.caresettle.split.FeeLine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A centre with TLS at its second address")
@Timeout(180)
class SecondAddressTest {

  private static final CertifiedKeys OWN = TestKeys.terminal(Simulator.HOSPITAL.code());

  @TempDir Path folder;
  private final Simulator simulator = Simulator.start();
  private final CompletableFuture<String> failed = new CompletableFuture<>();
  private InetSocketAddress nobody;
  private TlsParty party;
  private CentreServer centre;

  @BeforeEach
  void start() throws Exception {
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), gone.getLocalPort());
    }
    party = TlsParty.named(folder, "centre", "dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1");
    centre =
        CentreServer.start(
            CentreSettings.simulated(folder.resolve("second.db"), LawBook.shipped())
                .withClock(Simulator.atTen())
                .withTls(party.shows()),
            0);
  }

  @AfterEach
  void stop() {
    centre.close();
    simulator.close();
  }

  private TerminalConfig.Builder config() {
    return simulator
        .hospital()
        .deadline(Bench.PATIENCE.multipliedBy(5))
        .listener(
            new TerminalListener() {
              @Override
              public void centreAddressFailed(InetSocketAddress address, String reason) {
                failed.complete(address + " " + reason);
              }
            });
  }

  private TerminalConfig.Builder config(SSLContext tls, InetSocketAddress... addresses) {
    return config().centre(List.of(addresses), tls, OWN, TestKeys.trust(), TestKeys.centreId());
  }

  @Test
  void settlesABillWhereTheFirstIsDeadAndTellsOfIt() throws Exception {
    try (Terminal terminal =
            Terminal.open(config(party.trusted(), nobody, centre.address()).build());
        Counter counter = terminal.counter(TestOperators.key("cashier-1"))) {
      SocialSecurityCard card =
          new CardReader()
              .read(simulator.card("P0000001"), simulator.authenticator(), Simulator.DEMO_DAY);
      Patient patient = counter.identify(card, simulator.registration("P0000001", "V-1"));
      Eligibility may =
          counter.eligibility(patient, new Visit("V-1", CareType.OUTPATIENT, Simulator.DEMO_DAY));
      FeeLine line = FeeLine.of("1", "TEST-0006", "100.00", "10");
      Quote quote = counter.quote(may, new Bill(Bench.bill("B-1"), List.of(line)));
      assertInstanceOf(SettlementOutcome.Settled.class, counter.settle(quote.bill(), quote));
    }
    assertEquals(1, centre.settlementsStanding());
    String told = failed.get(60, TimeUnit.SECONDS);
    assertTrue(told.startsWith(nobody.toString()), told);
    assertTrue(told.contains("is the centre running?"), told);
  }

  @Test
  void isNotReachedWithoutTls() {
    try (Terminal terminal =
        Terminal.open(
            config()
                .deadline(Bench.PATIENCE)
                .centre(List.of(centre.address()), OWN, TestKeys.trust(), TestKeys.centreId())
                .build())) {
      assertThrows(CentreUnreachable.class, terminal::signIn);
    }
  }

  @Test
  void noAddressAtAllIsAFaultOfTheConfiguration() {
    TerminalConfig config =
        config().centre(List.of(), OWN, TestKeys.trust(), TestKeys.centreId()).build();
    Misuse misuse = assertThrows(Misuse.class, () -> Terminal.open(config));
    assertTrue(misuse.toString().contains("centre: name its address"), misuse::toString);
  }
}
