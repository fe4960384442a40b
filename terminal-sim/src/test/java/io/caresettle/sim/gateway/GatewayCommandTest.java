package io.caresettle.sim.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.signed.InstalledPacks;
import io.caresettle.policy.signed.PackProfile;
import io.caresettle.policy.signed.SignedPack;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keystore.KeySet;
import io.caresettle.protocol.keystore.Password;
import io.caresettle.protocol.keystore.Pkcs12Vault;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.centre.TestKeys;
import io.caresettle.tool.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("caresettle-tool gateway")
@Timeout(120)
class GatewayCommandTest {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  @TempDir private Path folder = Path.of("");

  @Test
  @DisplayName(
      "opens the terminal of a configuration, whose operators take shifts by their passwords")
  void opens() throws Exception {
    try (Simulator simulator = Simulator.start(folder, Clock.systemUTC())) {
      Path config = configuration(simulator, "");
      Told out = new Told();
      StringWriter err = new StringWriter();
      Thread tool =
          new Thread(
              () ->
                  Main.run(
                      new PrintWriter(out, true),
                      new PrintWriter(err, true),
                      "gateway",
                      "--config",
                      config.toString(),
                      "--token-file",
                      folder.resolve("gateway.token").toString(),
                      "--port",
                      "0"));
      tool.start();
      try {
        String address = out.address().get(60, TimeUnit.SECONDS);
        assertEquals(201, shift(address, "a long password").statusCode(), err.toString());
        HttpResponse<String> refused = shift(address, "another password");
        assertEquals(403, refused.statusCode(), refused.body());
        assertTrue(!(out.toString() + err + refused.body()).contains("password\""), err.toString());
      } finally {
        tool.interrupt();
        tool.join();
      }
    }
  }

  @Test
  @DisplayName("says every fault of a configuration at once, and opens nothing")
  void faults() throws Exception {
    try (Simulator simulator = Simulator.start(folder, Clock.systemUTC())) {
      Path config = configuration(simulator, "without-recovery-key: true\nslott: 1\n");
      StringWriter err = new StringWriter();
      int code =
          Main.run(
              new PrintWriter(new StringWriter()),
              new PrintWriter(err, true),
              "gateway",
              "--config",
              config.toString(),
              "--token-file",
              folder.resolve("gateway.token").toString());
      assertEquals(2, code, err.toString());
      assertTrue(err.toString().contains("slott"), err.toString());
      assertTrue(err.toString().contains("key a second time"), err.toString());
      assertTrue(Files.notExists(folder.resolve("gateway.token")));
    }
  }

  /** What the tool says; its address as soon as it is told. */
  private static final class Told extends StringWriter {

    private final CompletableFuture<String> address = new CompletableFuture<>();

    CompletableFuture<String> address() {
      return address;
    }

    @Override
    public void flush() {
      super.flush();
      Matcher told = ADDRESS.matcher(toString());
      if (told.find()) {
        address.complete(told.group());
      }
    }
  }

  private HttpResponse<String> shift(String address, String password) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address + "/v1/shifts"))
                .header(
                    "Authorization",
                    "Bearer " + Files.readString(folder.resolve("gateway.token")).strip())
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"operator\":\"cashier-1\",\"password\":\"" + password + "\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private Path configuration(Simulator simulator, String more) throws Exception {
    SecureRandom random = new SecureRandom();
    CertifiedKeys own = TestKeys.terminal(Simulator.PHARMACY.code());
    KeySet till =
        KeySet.of(own.keys().identity().partyId()).with(own.keys()).certified(own.certificates());
    vault("till.p12", random).save(till);
    PartyKeys cashier = PartyKeys.generate("cashier-1", random);
    vault("cashier-1.p12", random).save(KeySet.of("cashier-1").with(cashier));
    Files.writeString(folder.resolve("cashier-1.public"), cashier.identity().toText());
    PartyKeys issuer = PartyKeys.generate("issuer", random);
    Files.writeString(folder.resolve("issuer.public"), issuer.identity().toText());
    InstalledPacks packs =
        new InstalledPacks(
            folder.resolve("packs"), issuer.identity().signing().key(), PackProfile.TEST);
    packs.install(SignedPack.sign(PolicyBook.shipped().packs().get(0), issuer.signing()).bytes());
    Files.writeString(folder.resolve("roots.pem"), TestKeys.root().pem());
    Path password = folder.resolve("till.password");
    Files.writeString(password, "a long password");
    if (password.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    }
    return Files.writeString(
        folder.resolve("terminal.yaml"),
        """
        kind: terminal
        institution: {code: TEST00000002, name: 测试药房, area: "320500",
          kind: pharmacy, level: level-1, grade: b}
        slot: 1
        journal: till.db
        keys: {store: till.p12, password-file: till.password}
        without-recovery-key: true
        centre:
          id: %s
          addresses: ["127.0.0.1:%d"]
          roots: [roots.pem]
          profile: test
        packs: {directory: packs, issuer: issuer.public}
        operators:
          - {id: cashier-1, role: cashier, public: cashier-1.public, store: cashier-1.p12}
        %s\
        """
            .formatted(
                simulator.centre().identity().partyId(),
                simulator.centre().address().getPort(),
                more));
  }

  private Pkcs12Vault vault(String name, SecureRandom random) {
    return Pkcs12Vault.in(
        folder.resolve(name), store -> Password.copyOf("a long password".toCharArray()), random);
  }
}
