package io.caresettle.sim.counter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.caresettle.evidence.ExportedDocument;
import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.certificate.CertificateAuthority;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.certificate.Validity;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.EvidenceCheck;
import io.caresettle.protocol.document.Proven;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keystore.FilePassword;
import io.caresettle.protocol.keystore.KeySet;
import io.caresettle.protocol.keystore.Pkcs12Vault;
import io.caresettle.protocol.wire.Evidence;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.centre.TestKeys;
import io.caresettle.split.BillId;
import io.caresettle.tool.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a till and its centre signed is proved off-line, with a root and nothing else")
@Timeout(120)
class EvidenceWholeWayTest {

  private static final BillId STANDS = Bench.bill("B-STANDS");
  private static final BillId UNDONE = Bench.bill("B-UNDONE");
  private static final CertifiedKeys TILL = TestKeys.terminal(Simulator.HOSPITAL.code());

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();

  @Test
  @DisplayName("from a lost answer and its reversal to files that anybody verifies")
  void theWholeWay() throws IOException {
    aStoreWithTheTillsKeys();
    List<ExportedDocument> whileOpen = settleOneAndUndoAnother();

    List<Path> undone = exported(UNDONE);
    List<DocumentContext> said =
        undone.stream().map(file -> prove(read(file))).map(Proven::context).toList();
    assertEquals(DocumentContext.SETTLEMENT, said.get(0));
    assertTrue(
        said.containsAll(List.of(DocumentContext.REVERSAL, DocumentContext.REVERSAL_RECEIPT)),
        said::toString);
    assertEquals(whileOpen.size(), undone.size());
    for (int i = 0; i < undone.size(); i++) {
      assertArrayEquals(whileOpen.get(i).bytes(), Files.readAllBytes(undone.get(i)));
    }

    List<Path> stands = exported(STANDS);
    assertEquals(
        List.of(DocumentContext.SETTLEMENT, DocumentContext.SETTLEMENT_RECEIPT),
        stands.stream().map(file -> prove(read(file)).context()).toList());
    for (Path file : stands) {
      assertEquals(0, verify(file, TestKeys.root().pem()));
      assertProvesNothingUnderAnotherRoot(file);
      assertProvesNothingWhenTampered(file);
    }
  }

  private List<ExportedDocument> settleOneAndUndoAnother() {
    try (Bench bench = new Bench(folder, Simulator.atTen())) {
      Quote quote = bench.quote("B-STANDS", "100.00");
      assertInstanceOf(SettlementOutcome.Settled.class, bench.counter.settle(STANDS, quote));
      Quote lost = bench.quote("B-UNDONE", "200.00");
      bench.simulator.centre().faults().loseNext(MessageType.SETTLE);
      bench.counter.settle(UNDONE, lost, Bench.UNANSWERED);
      assertInstanceOf(
          SettlementOutcome.Refused.class,
          bench.terminal.resolve(
              bench.terminal.takeShift(TestOperators.key("supervisor-1")),
              UNDONE,
              Wish.NOT_WANTED,
              Duration.ofSeconds(20)));
      assertEquals(2, export(UNDONE, folder.resolve("out")), "A till that runs is left alone");
      return bench.terminal.exportEvidence(
          bench.terminal.takeShift(TestOperators.key("supervisor-1")), UNDONE);
    }
  }

  private void assertProvesNothingUnderAnotherRoot(Path file) throws IOException {
    CertificateAuthority other = otherRoot();
    EvidenceCheck check =
        EvidenceCheck.with(Trust.in(TrustProfile.TEST, List.of(other.certificate())));
    assertThrows(CertificateRefused.class, () -> check.check(read(file)));
    assertEquals(1, verify(file, other.certificate().pem()));
  }

  private void assertProvesNothingWhenTampered(Path file) throws IOException {
    Evidence.Builder changed = read(file).toBuilder();
    byte[] document = changed.getSigned().getDocument().toByteArray();
    document[document.length - 1] ^= 1;
    changed.getSignedBuilder().setDocument(ByteString.copyFrom(document));
    assertThrows(NotAuthentic.class, () -> prove(changed.build()));
    Path tampered = Files.write(folder.resolve("tampered.evidence"), changed.build().toByteArray());
    assertEquals(1, verify(tampered, TestKeys.root().pem()));
  }

  private CertificateAuthority otherRoot() {
    return CertificateAuthority.root(
        "OTHER-ROOT",
        PartyKeys.generate("OTHER-ROOT", random).signing(),
        TrustProfile.TEST,
        new Validity(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2040-01-01T00:00:00Z")),
        random);
  }

  private static Proven prove(Evidence evidence) {
    return EvidenceCheck.with(TestKeys.trust()).check(evidence);
  }

  private static Evidence read(Path file) {
    try {
      return EvidenceCheck.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<Path> exported(BillId bill) throws IOException {
    Path out = folder.resolve("evidence-" + bill.number());
    assertEquals(0, export(bill, out));
    try (Stream<Path> files = Files.list(out)) {
      return files.sorted().toList();
    }
  }

  private int export(BillId bill, Path out) {
    return tool(
        "journal",
        "evidence",
        "--journal=" + folder.resolve("till-" + Simulator.HOSPITAL.code() + ".db"),
        "--bill=" + bill.number(),
        "--store=" + folder.resolve("till.p12"),
        "--password-file=" + folder.resolve("secret"),
        "--out=" + out);
  }

  private int verify(Path file, String root) throws IOException {
    Path roots = Files.writeString(folder.resolve("root.pem"), root);
    return tool("document", "verify", file.toString(), "--root=" + roots, "--profile=test");
  }

  private static int tool(String... arguments) {
    return Main.run(
        new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), arguments);
  }

  private void aStoreWithTheTillsKeys() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "correct horse battery\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    Pkcs12Vault.in(folder.resolve("till.p12"), FilePassword.in(secret), random)
        .save(
            KeySet.of(TILL.keys().identity().partyId())
                .with(TILL.keys())
                .certified(TILL.certificates()));
  }
}
