package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.wire.Evidence;
import io.caresettle.tool.Site.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("document verify: the whole story, from new keys to a proof years later")
class DocumentVerifyTest {

  @TempDir Path folder;
  private Site site;
  private CertificatePair pair;
  private Evidence evidence = Evidence.getDefaultInstance();

  @BeforeEach
  void aTillThatEnrolledAndSigned() {
    site = new Site(folder, TrustProfile.PRODUCTION);
    pair = site.enrolled();
    evidence = site.settlement(pair);
    // Years later, when the certificates have long expired.
    site.now = site.now.plusSeconds(3L * 365 * 24 * 3600);
  }

  private Run verify(Evidence evidence, String... more) {
    List<String> all = new ArrayList<>(List.of("document", "verify"));
    all.add(site.write("evidence.bin", evidence.toByteArray()));
    all.add("--root=" + site.file("root.pem"));
    all.addAll(List.of(more));
    return site.run(all.toArray(String[]::new));
  }

  @Test
  void saysWhoSignedWhatWhenUnderWhichRoot() {
    site.withStore("keys", "status").ends(5);
    Run proven = verify(evidence).ends(0);
    for (String said :
        List.of(
            "签名成立 proven",
            "主体 party: TILL-3",
            "机构 institution: TEST0000H001",
            "根 root: root",
            "签署 signed at: 2026-05-04 10:03:04 (UTC+8)",
            "结算 CareSettle settlement v1",
            "费用总额 total: 123.45 元",
            "统筹基金 pool fund: 100.00 元",
            "单据号 bill number: B-17",
            "经办人 operator: 王五")) {
      assertTrue(proven.out().contains(said), said + " in\n" + proven.out());
    }
  }

  @Test
  void saysTheSameToPrograms() {
    Run proven = verify(evidence, "--json").ends(0);
    for (String said :
        List.of(
            "\"proven\": true",
            "\"context\": \"SETTLEMENT\"",
            "\"signedAt\": \"2026-05-04T02:03:04Z\"",
            "\"poolFund\": \"100.00\"",
            "\"party\": \"TILL-3\"")) {
      assertTrue(proven.out().contains(said), said + " in\n" + proven.out());
    }
  }

  @Test
  void tamperedEvidenceProvesNothing() {
    byte[] document = evidence.getSigned().getDocument().toByteArray();
    document[document.length - 1] ^= 1;
    Evidence.Builder tampered = evidence.toBuilder();
    tampered.getSignedBuilder().setDocument(ByteString.copyFrom(document));
    Run refused = verify(tampered.build(), "--json").ends(1);
    assertTrue(refused.err().contains("evidence.bin: 不成立 not proven"), refused.err());
    assertTrue(refused.out().contains("\"kind\": \"NOT_AUTHENTIC\""), refused.out());
    assertTrue(refused.out().contains("\"proven\": false"), refused.out());
  }

  @Test
  void underAWrongRootOrATestRootItProvesNothing() {
    site.write("root.pem", site.authority("other", TrustProfile.PRODUCTION).certificate().pem());
    Run wrong = verify(evidence).ends(1);
    assertTrue(wrong.err().contains("compares the roots"), wrong.err());
    site.write("root.pem", site.authority("tests", TrustProfile.TEST).certificate().pem());
    Run test = verify(evidence).ends(1);
    assertTrue(test.err().contains("test certificate"), test.err());
  }

  @Test
  void aTestTillProvesNothingUnlessTestsAreAskedForLoudly() throws IOException {
    site = new Site(Files.createDirectory(folder.resolve("tests")), TrustProfile.TEST);
    site.newKeys("request.pem");
    pair = site.issue("request.pem", "certificates.pem", Site.YEAR);
    site.withStore(
            "keys",
            "install",
            site.file("certificates.pem"),
            "--root=" + site.file("root.pem"),
            "--profile=test")
        .ends(0);
    Evidence ofTests = site.settlement(pair);
    Run refused = verify(ofTests).ends(1);
    assertTrue(refused.err().contains("test certificate"), refused.err());
    Run taken = verify(ofTests, "--profile=test").ends(0);
    assertTrue(taken.err().contains("*** 测试 TEST ***"), taken.err());
  }

  @Test
  void revokedBeforeItProvesNothingAndRevokedAfterItStillProves() {
    String before = site.revoking("before.pem", pair, Site.NOW.minusSeconds(1));
    Run revoked = verify(evidence, "--revocations", before).ends(1);
    assertTrue(revoked.err().contains("revoked since 2026-05-04T02:03:03Z"), revoked.err());
    String after = site.revoking("after.pem", pair, Site.NOW.plusSeconds(1));
    verify(evidence, "--revocations", after).ends(0);
    Run later = verify(evidence, "--revocations", after, "--at=2026-05-04T02:03:06Z").ends(1);
    assertTrue(later.err().contains("revoked since"), later.err());
  }

  @Test
  void expiredWhenItWasSignedItProvesNothing() {
    Run expired = verify(evidence, "--at=2027-01-01T00:00:00Z").ends(1);
    assertTrue(expired.err().contains("the end of its time"), expired.err());
  }

  @Test
  void whatIsNoEvidenceIsBadInput() {
    site.write("evidence.txt", "no evidence at all");
    Run run =
        site.run("document", "verify", site.file("evidence.txt"), "--root=" + site.file("root.pem"))
            .ends(2);
    assertTrue(run.err().contains("evidence.txt"), run.err());
    verify(evidence.toBuilder().clearCertificates().build()).ends(1);
    verify(evidence.toBuilder().setContext("CareSettle settlement v9").build()).ends(1);
  }

  @Test
  void anEmptyFileIsBadInputAndSaidToBeEmpty() {
    Run run =
        site.run(
                "document",
                "verify",
                site.write("empty.bin", ""),
                "--root=" + site.file("root.pem"))
            .ends(2);
    assertTrue(run.err().contains("found an empty file"), run.err());
  }
}
