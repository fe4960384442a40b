package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import io.caresettle.protocol.certificate.CertificateAuthority;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.CertificateRequest;
import io.caresettle.protocol.certificate.Revocation;
import io.caresettle.protocol.certificate.RevocationReason;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.certificate.Validity;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.keystore.FilePassword;
import io.caresettle.protocol.keystore.Password;
import io.caresettle.protocol.keystore.Pkcs12Vault;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.wire.Evidence;
import io.caresettle.protocol.wire.SettlementDocument;
import io.caresettle.protocol.wire.Split;
import io.caresettle.protocol.wire.TrialBody;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** A folder, an authority somewhere else, a clock, and an operator who types passwords. */
final class Site {

  static final String PASSWORD = "correct horse battery";
  static final Instant NOW = Instant.parse("2026-05-04T02:03:04Z");
  static final Validity YEAR =
      new Validity(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-12-31T00:00:00Z"));
  static final Validity LONG =
      new Validity(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2040-01-01T00:00:00Z"));

  record Run(int exit, String out, String err) {

    Run ends(int expected) {
      assertEquals(expected, exit, this::toString);
      return this;
    }
  }

  final SecureRandom random = new SecureRandom();
  final CertificateAuthority root;
  final CertificateAuthority city;

  /** What the operator will type; nobody is there when it is empty. */
  final Deque<String> typed = new ArrayDeque<>();

  final List<String> questions = new ArrayList<>();
  Instant now = NOW;

  private final Path folder;

  Site(Path folder, TrustProfile profile) {
    this.folder = folder;
    root = authority("root", profile);
    city = root.below("city", pair(), LONG, random);
    write("root.pem", root.certificate().pem());
    write("secret", PASSWORD + "\n");
    try {
      Files.setPosixFilePermissions(
          folder.resolve("secret"), PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CertificateAuthority authority(String name, TrustProfile profile) {
    return CertificateAuthority.root(name, pair(), profile, LONG, random);
  }

  private SigningPair pair() {
    return new SigningPair(Sm2PrivateKey.generate(random));
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  String file(String name) {
    return path(name).toString();
  }

  String write(String name, String text) {
    try {
      return Files.writeString(path(name), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String write(String name, byte[] bytes) {
    try {
      return Files.write(path(name), bytes).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) {
    try {
      return Files.readString(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the tool in this process. */
  Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console operator =
        question -> {
          questions.add(question);
          return Optional.ofNullable(typed.poll())
              .map(answer -> Password.copyOf(answer.toCharArray()));
        };
    CommandLine line =
        Main.commandLine(operator, () -> now, arguments)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    return new Run(line.execute(arguments), out.toString(), err.toString());
  }

  /** The same, with the store and where its password is. */
  Run withStore(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--store", file("till.p12"), "--password-file", file("secret")));
    return run(all.toArray(String[]::new));
  }

  /** Keys of TILL-3 of H0001, whose request is in {@code request.pem}. */
  void newKeys(String request) {
    withStore(
            "keys", "new", "--party=TILL-3", "--institution=TEST0000H001", "--out=" + file(request))
        .ends(0);
  }

  /** What the city answers to a request. */
  CertificatePair issue(String request, String answer, Validity validity) {
    CertificatePair pair = city.issue(CertificateRequest.parsePem(read(request)), validity, random);
    write(answer, pair.pem());
    return pair;
  }

  /** New keys, certified and installed. */
  CertificatePair enrolled() {
    newKeys("request.pem");
    CertificatePair pair = issue("request.pem", "certificates.pem", YEAR);
    withStore("keys", "install", file("certificates.pem"), "--root=" + file("root.pem")).ends(0);
    return pair;
  }

  PartyKeys keys() {
    return Pkcs12Vault.in(path("till.p12"), FilePassword.in(path("secret")), random)
        .load()
        .current(now)
        .keys();
  }

  /** A revocation of {@code pair} by the city, as a file. */
  String revoking(String name, CertificatePair pair, Instant since) {
    Revocation revocation =
        new Revocation(pair.signing().serial(), since, RevocationReason.KEY_COMPROMISE);
    return write(name, city.revoke(1, since, LONG.to(), List.of(revocation)).pem());
  }

  /** A settlement that the till signed at {@link #NOW}, with its certificates. */
  Evidence settlement(CertificatePair pair) {
    SettlementDocument document =
        SettlementDocument.newBuilder()
            .setMessageId("H00010000000202605041003040001")
            .setInstitutionCode("TEST0000H001")
            .setBillNumber("B-17")
            .setBody(TrialBody.newBuilder().setBillNumber("B-17").build().toByteString())
            .setConfirmed(Split.newBuilder().setTotal(12_345).setPoolFund(10_000).setCash(2_345))
            .setOperator("王五")
            .setTimeMillis(NOW.toEpochMilli())
            .build();
    return Evidence.newBuilder()
        .setSigned(Documents.sign(keys(), DocumentContext.SETTLEMENT, document))
        .setContext(DocumentContext.SETTLEMENT.text())
        .addCertificates(ByteString.copyFrom(pair.signing().encoded()))
        .addCertificates(ByteString.copyFrom(city.certificate().encoded()))
        .addCertificates(ByteString.copyFrom(root.certificate().encoded()))
        .setKeptAtMillis(NOW.toEpochMilli())
        .build();
  }
}
