package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.certificate.Validity;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.tool.Site.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("keys: a party's keys, from the first request to the last withdrawal")
class KeysCommandTest {

  @TempDir Path folder;
  private Site site;

  @BeforeEach
  void open() {
    site = new Site(folder, TrustProfile.PRODUCTION);
  }

  @Test
  void madeRequestedInstalledAndUsed() {
    site.newKeys("request.pem");
    Run waiting = site.withStore("keys", "status").ends(5);
    assertTrue(waiting.out().contains("AWAITING_CERTIFICATES"), waiting.out());
    CertificatePair pair = site.issue("request.pem", "certificates.pem", Site.YEAR);
    Run installed =
        site.withStore(
                "keys", "install", site.file("certificates.pem"), "--root", site.file("root.pem"))
            .ends(0);
    assertTrue(installed.out().contains(pair.identity().keyId()), installed.out());
    Run good = site.withStore("keys", "status", "--json").ends(0);
    assertTrue(good.out().contains("\"status\": \"GOOD\""), good.out());
    assertTrue(good.out().contains("\"daysLeft\": 240"), good.out());
    assertEquals(pair.identity(), site.keys().identity());
  }

  @Test
  void theAlarmHasAnExitCodeOfItsOwn() {
    site.enrolled();
    assertEquals(4, status("2026-12-02T00:00:00Z").exit());
    assertEquals(0, status("2026-11-30T00:00:00Z").exit());
    assertEquals(5, status("2026-12-31T00:00:01Z").exit());
  }

  private Run status(String at) {
    return site.withStore("keys", "status", "--at", at);
  }

  @Test
  void theNextGenerationIsAskedForWithoutSayingWhoWeAreAgain() {
    site.enrolled();
    site.withStore("keys", "new", "--out", site.file("next.pem")).ends(0);
    Validity next =
        new Validity(Instant.parse("2026-12-01T00:00:00Z"), Instant.parse("2027-12-31T00:00:00Z"));
    CertificatePair pair = site.issue("next.pem", "next-certificates.pem", next);
    assertEquals("TEST0000H001", pair.subject().institutionCode());
    // They come before their time, and overlap the ones in use.
    site.withStore(
            "keys", "install", site.file("next-certificates.pem"), "--root", site.file("root.pem"))
        .ends(0);
    assertEquals(0, status("2026-12-02T00:00:00Z").exit());
    Run list = site.withStore("keys", "list").ends(0);
    assertTrue(list.out().contains("使用中 CURRENT"), list.out());
    assertTrue(list.out().contains("尚未生效 UPCOMING"), list.out());
  }

  @Test
  void aRequestIsWrittenAgainAndTheSameCertificatesFit() {
    site.newKeys("request.pem");
    site.withStore("keys", "request", "--institution=TEST0000H001", "--out", site.file("again.pem"))
        .ends(0);
    site.issue("again.pem", "certificates.pem", Site.YEAR);
    site.withStore(
            "keys", "install", site.file("certificates.pem"), "--root", site.file("root.pem"))
        .ends(0);
    site.withStore("keys", "request", "--out", site.file("third.pem")).ends(2);
  }

  @Test
  void withdrawnKeysAreUsedNoMore() {
    CertificatePair pair = site.enrolled();
    Run gone = site.withStore("keys", "withdraw", pair.identity().keyId()).ends(0);
    assertTrue(gone.out().contains("已停用 WITHDRAWN"), gone.out());
    site.withStore("keys", "status").ends(5);
    Run unknown = site.withStore("keys", "withdraw", "0123456789abcdef").ends(2);
    assertTrue(unknown.err().contains(pair.identity().keyId()), unknown.err());
  }

  @Test
  void certificatesOfOthersOfTestsOrOfAnotherInstitutionAreNotInstalled() {
    site.newKeys("request.pem");
    site.issue("request.pem", "certificates.pem", Site.YEAR);
    String certificates = site.file("certificates.pem");
    String root = "--root=" + site.file("root.pem");
    String stranger =
        site.write(
            "stranger.pem", site.authority("root", TrustProfile.PRODUCTION).certificate().pem());
    String tests =
        site.write("tests.pem", site.authority("tests", TrustProfile.TEST).certificate().pem());
    site.withStore("keys", "install", certificates, "--root", stranger).ends(1);
    Run test = site.withStore("keys", "install", certificates, "--root", tests).ends(1);
    assertTrue(test.err().contains("test certificate"), test.err());
    site.withStore("keys", "install", certificates, root, "--institution=H0002").ends(1);
    site.withStore("keys", "install", certificates, root, "--role=operator").ends(1);
    site.withStore("keys", "install", site.file("root.pem"), root).ends(2);
    site.now = Instant.parse("2027-01-01T00:00:00Z");
    site.withStore("keys", "install", certificates, root).ends(1);
    site.withStore("keys", "status").ends(5);
  }

  @Test
  void revokedCertificatesAreNotInstalled() {
    site.newKeys("request.pem");
    CertificatePair pair = site.issue("request.pem", "certificates.pem", Site.YEAR);
    String list = site.revoking("list.pem", pair, Site.NOW.minusSeconds(60));
    Run revoked =
        site.withStore(
                "keys",
                "install",
                site.file("certificates.pem"),
                "--root=" + site.file("root.pem"),
                "--revocations",
                list)
            .ends(1);
    assertTrue(revoked.err().contains("revoked since"), revoked.err());
  }

  @Test
  void aTestProfileTakesTestCertificatesAndSaysSoLoudly() {
    site = new Site(folder, TrustProfile.TEST);
    site.newKeys("request.pem");
    site.issue("request.pem", "certificates.pem", Site.YEAR);
    String root = "--root=" + site.file("root.pem");
    site.withStore("keys", "install", site.file("certificates.pem"), root).ends(1);
    Run test =
        site.withStore("keys", "install", site.file("certificates.pem"), root, "--profile=test")
            .ends(0);
    assertTrue(test.err().contains("*** 测试 TEST ***"), test.err());
  }

  @Test
  void aPasswordIsAskedTwiceForANewStoreAndOnceForAnOldOne() {
    String store = site.file("asked.p12");
    String out = "--out=" + site.file("asked.pem");
    String[] make = {
      "keys", "new", "--store", store, "--party=T", "--institution=TEST0000H001", out
    };
    site.typed.addAll(List.of("long enough", "other than that"));
    Run differ = site.run(make).ends(2);
    assertTrue(differ.err().contains("differ"), differ.err());
    assertFalse(Files.exists(Path.of(store)));
    site.typed.addAll(List.of("long enough", "long enough"));
    site.run(make).ends(0);
    site.questions.clear();
    site.typed.add("long enough");
    site.run("keys", "list", "--store", store).ends(0);
    assertEquals(1, site.questions.size());
    site.typed.add("something else");
    Run wrong = site.run("keys", "list", "--store", store).ends(2);
    assertFalse(wrong.err().contains("something else"));
    Run nobody = site.run("keys", "list", "--store", store).ends(2);
    assertTrue(nobody.err().contains("--password-file"), nobody.err());
    site.run("keys", "list", "--store", store, "--password-file=a", "--password-command=b").ends(2);
  }

  @Test
  void aPasswordIsChangedAndComesFromAProgram() {
    site.newKeys("request.pem");
    site.typed.addAll(List.of("another long one", "another long one"));
    site.withStore("keys", "password").ends(0);
    site.withStore("keys", "list").ends(2);
    site.typed.add("another long one");
    site.run(
            "keys",
            "password",
            "--store",
            site.file("till.p12"),
            "--new-password-command",
            "cat " + site.file("secret"))
        .ends(0);
    site.withStore("keys", "list").ends(0);
  }

  @Test
  void recoveryKeysAreMadeOnceAndTheirPublicHalfIsForTheTerminals() {
    String[] make = {
      "keys",
      "recovery",
      "new",
      "--party=H0001-recovery",
      "--public=" + site.file("recovery.txt"),
      "--store=" + site.file("recovery.p12"),
      "--password-file=" + site.file("secret")
    };
    site.run(make).ends(0);
    PartyIdentity identity = PartyIdentity.parse(site.read("recovery.txt"));
    assertEquals("H0001-recovery", identity.partyId());
    Run again = site.run(make).ends(2);
    assertTrue(again.err().contains("recovery.txt"), again.err());
  }

  @Test
  void noSecretIsPrintedAndNoneIsAnArgument() {
    Run made =
        site.withStore(
            "keys",
            "new",
            "--party=TILL-3",
            "--institution=TEST0000H001",
            "--out=" + site.file("request.pem"),
            "--json");
    Run listed = site.withStore("keys", "list");
    for (Run run : List.of(made.ends(0), listed.ends(0))) {
      assertFalse((run.out() + run.err()).contains(Site.PASSWORD));
      assertFalse((run.out() + run.err()).contains("PRIVATE"));
    }
    site.run("keys", "list", "--store", site.file("till.p12"), "--password", "x").ends(2);
  }

  @Test
  void aDamagedStoreAndAMissingOneSayWhoseTurnItIs() {
    Run missing = site.withStore("keys", "list").ends(2);
    assertTrue(missing.err().contains("till.p12"), missing.err());
    site.write("till.p12", "not a store");
    Run damaged = site.withStore("keys", "list").ends(2);
    assertTrue(damaged.err().contains("till.p12"), damaged.err());
    assertFalse(damaged.err().contains("\tat "), damaged.err());
  }

  @Test
  void everyCommandHasHelpInBothLanguagesAndItsExitCodes() {
    for (String command :
        List.of(
            "keys new",
            "keys list",
            "keys request",
            "keys install",
            "keys withdraw",
            "keys password",
            "keys status",
            "keys recovery new",
            "keys enrol",
            "cert show",
            "cert check",
            "document verify",
            "sm verify-vectors")) {
      Run help = site.run((command + " --help").split(" ")).ends(0);
      assertTrue(help.out().contains("退出码 Exit codes:"), command + help.out());
      assertTrue(help.out().contains("--json"), command);
    }
    site.run("keys").ends(2);
    site.run("keys", "recovery").ends(2);
    site.run("cert").ends(2);
    site.run("document").ends(2);
    site.run("sm").ends(2);
    site.run().ends(2);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceWithoutEndIsNoStore() {
    Run zeros =
        site.run("keys", "list", "--store=/dev/zero", "--password-file=" + site.file("secret"))
            .ends(2);
    assertTrue(zeros.err().contains("larger than a key store ever is"), zeros.err());
  }

  @Test
  void whereTheRequestCannotBeWrittenNoKeysAreMade() {
    String nowhere = "--out=" + site.file("nowhere/request.pem");
    site.withStore("keys", "new", "--party=TILL-3", "--institution=TEST0000H001", nowhere).ends(2);
    assertFalse(Files.exists(site.path("till.p12")));
  }

  @Test
  void aRequestWhoseKeysCouldNotBeKeptGoesAgain() {
    String out = "--out=" + site.file("request.pem");
    String store = "--store=" + site.file("nowhere/till.p12");
    String secret = "--password-file=" + site.file("secret");
    site.run("keys", "new", "--party=T", "--institution=TEST0000H001", out, store, secret).ends(2);
    assertFalse(Files.exists(site.path("request.pem")));
  }

  @Test
  void aTerminalIsNotMadeForACodeThatItWouldNotStartWith() {
    Run run =
        site.withStore(
                "keys", "new", "--party=T", "--institution=XX", "--out=" + site.file("r.pem"))
            .ends(2);
    assertTrue(run.err().contains("--institution: 机构编码有误 found XX"), run.err());
  }

  @Test
  void whatBelongsToATokenIsNotPassedOverWithoutOne() {
    site.newKeys("request.pem");
    site.withStore("keys", "list", "--slot=1").ends(2);
    Run sealed = site.withStore("keys", "list", "--sealed", site.file("sealed")).ends(2);
    assertTrue(sealed.err().contains("found no --token"), sealed.err());
  }
}
