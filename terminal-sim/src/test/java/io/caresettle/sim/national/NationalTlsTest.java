package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.caresettle.centre.CallBook;
import io.caresettle.centre.Centre;
import io.caresettle.centre.CentreNews;
import io.caresettle.centre.CertificateBook;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.SignIn;
import io.caresettle.centre.SignedIn;
import io.caresettle.centre.national.envelope.Sender;
import io.caresettle.centre.national.envelope.TifSignature;
import io.caresettle.centre.national.exchange.NationalLine;
import io.caresettle.centre.national.flow.HisDetails;
import io.caresettle.centre.national.flow.NationalConnector;
import io.caresettle.centre.national.flow.Unconfirmed;
import io.caresettle.centre.national.profile.Profiles;
import io.caresettle.split.Catalogue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The national port over TLS")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class NationalTlsTest {

  private static final String HERE = "ip:127.0.0.1";

  private Optional<TestCertificate> hospital = Optional.empty();
  private Optional<TestCertificate> stranger = Optional.empty();
  private Path folder = Path.of("");

  @BeforeAll
  void certificates(@TempDir Path made) throws Exception {
    folder = made;
    hospital = Optional.of(TestCertificate.of(made, "hospital", HERE));
    stranger = Optional.of(TestCertificate.of(made, "stranger", HERE));
  }

  private Town town(TestCertificate shown) throws Exception {
    return Town.of(
        NationalSettings.of("base")
            .withTls(
                NationalTls.of(
                    shown.keys(),
                    TestCertificate.PASSWORD,
                    Optional.of(hospital.orElseThrow().certificates()))),
        centre -> centre);
  }

  /** What signing in (9001) comes to, from a till with these certificates. */
  private static Reply<SignedIn> signingIn(Town town, SSLContext ours) {
    var settings =
        new io.caresettle.centre.national.flow.NationalSettings(
            Profiles.shipped("base"),
            NationalLine.Address.of(town.national.endpoint()).with(ours),
            new TifSignature("test", NationalSettings.TEST_SECRET, () -> "nonce"),
            new Sender(Town.HOSPITAL, "测试医院", "320500", "1", "0001", "收费员甲", "", Map.of()),
            "02-00-00-00-00-01",
            "192.0.2.10",
            () -> new Catalogue("2026-11", Map.of()),
            HisDetails.NONE,
            Unconfirmed.safe());
    AtomicInteger ids = new AtomicInteger();
    try (Centre centre =
        NationalConnector.at(settings)
            .connect(
                Town.HOSPITAL,
                () -> Town.HOSPITAL + "20261120100000" + (1000 + ids.incrementAndGet()),
                Clock.fixed(Town.NOW, ZoneOffset.UTC),
                new Deaf(),
                new NoBook(),
                CallBook.inMemory())) {
      return centre.signIn(new SignIn(Town.HOSPITAL, 1, "E1", "test"), Duration.ofSeconds(60));
    }
  }

  private static int heard(Town town) {
    return town.national.logLines().size();
  }

  @Test
  @DisplayName("lets in who shows a certificate that it believes, and nobody without")
  void clientCertificate() throws Exception {
    TestCertificate platform = TestCertificate.of(folder, "platform", HERE);
    try (Town town = town(platform)) {
      assertInstanceOf(
          Reply.Answered.class, signingIn(town, hospital.orElseThrow().believing(platform)));
      assertEquals(1, heard(town));
      Reply<SignedIn> without = signingIn(town, TestCertificate.nothingBut(platform));
      assertFalse(without instanceof Reply.Answered, without.toString());
      Reply<SignedIn> other = signingIn(town, stranger.orElseThrow().believing(platform));
      assertFalse(other instanceof Reply.Answered, other.toString());
      assertEquals(1, heard(town));
    }
  }

  private void isRefusedUnheard(TestCertificate shown, TestCertificate believed) throws Exception {
    try (Town town = town(shown)) {
      Reply<SignedIn> reply = signingIn(town, hospital.orElseThrow().believing(believed));
      assertEquals(
          false, assertInstanceOf(Reply.NotAuthentic.class, reply).sent(), reply.toString());
      assertEquals(0, heard(town));
    }
  }

  @Test
  @DisplayName("hears nothing from a till that believes another certificate")
  void wrongCertificate() throws Exception {
    isRefusedUnheard(TestCertificate.of(folder, "impostor", HERE), stranger.orElseThrow());
  }

  @Test
  @DisplayName("hears nothing where its certificate has another name")
  void wrongName() throws Exception {
    TestCertificate elsewhere = TestCertificate.of(folder, "elsewhere", "dns:elsewhere.example");
    isRefusedUnheard(elsewhere, elsewhere);
  }

  @Test
  @DisplayName("hears nothing where its certificate has expired")
  void expired() throws Exception {
    TestCertificate authority = TestCertificate.of(folder, "authority", HERE, "-ext", "bc:c");
    TestCertificate old = TestCertificate.of(folder, "old", HERE);
    isRefusedUnheard(old.expired(folder, authority, HERE), authority);
  }

  private static final class Deaf implements CentreNews {
    @Override
    public void sent(String type, int bytes, int sealedBytes) {}

    @Override
    public void received(String type, int bytes, int sealedBytes) {}

    @Override
    public void notAuthentic(String type) {}

    @Override
    public void lateReceipt(Receipt receipt) {}
  }

  private static final class NoBook implements CertificateBook {
    @Override
    public void keep(String keyId, Opaque certificates) {}

    @Override
    public List<Opaque> find(String keyId) {
      return List.of();
    }
  }
}
