package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.identity.IdentityRules;
import io.caresettle.journal.ActDraft;
import io.caresettle.journal.ActKind;
import io.caresettle.journal.Draft;
import io.caresettle.journal.JournalKeys;
import io.caresettle.journal.RecordType;
import io.caresettle.journal.SqliteJournal;
import io.caresettle.operator.ActBody;
import io.caresettle.operator.Duty;
import io.caresettle.operator.Operator;
import io.caresettle.operator.OperatorBook;
import io.caresettle.operator.OperatorKey;
import io.caresettle.operator.OperatorRole;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.split.BillId;
import io.caresettle.tool.Site.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("journal: read for evidence at rest, and handed on when a terminal's keys are lost")
class JournalCommandTest {

  private static final String CODE = "TEST00000001";
  private static final BillId BILL = new BillId(CODE, "B1");

  @TempDir Path folder;
  private Site site;

  @BeforeEach
  void aJournalOfATillWithARecoveryKey() {
    site = new Site(folder, TrustProfile.PRODUCTION);
    tillOf(CODE);
    recoveryKeys("recovery");
    try (SqliteJournal journal = open(site.keys())) {
      journal.append(List.of(new Draft(BILL, RecordType.ACKNOWLEDGED, "", "")));
    }
  }

  private void tillOf(String institution) {
    site.withStore(
            "keys",
            "new",
            "--party=TILL-3",
            "--institution=" + institution,
            "--out=" + site.file("request-" + institution))
        .ends(0);
    site.issue("request-" + institution, "certificates.pem", Site.YEAR);
    site.withStore(
            "keys", "install", site.file("certificates.pem"), "--root=" + site.file("root.pem"))
        .ends(0);
  }

  private void loseTheKeys() throws IOException {
    Files.delete(site.path("till.p12"));
    Files.delete(site.path("request-" + CODE));
  }

  private void recoveryKeys(String name) {
    site.run(
            "keys",
            "recovery",
            "new",
            "--party=" + name,
            "--store=" + site.file(name + ".p12"),
            "--password-file=" + site.file("secret"),
            "--public=" + site.file(name + ".txt"))
        .ends(0);
  }

  private SqliteJournal open(PartyKeys keys) {
    return SqliteJournal.open(
        site.path("till.db"),
        CODE,
        7,
        JournalKeys.of(
            keys.encryption(),
            List.of(),
            Optional.of(PartyIdentity.parse(site.read("recovery.txt")).encryption())),
        Clock.systemUTC(),
        site.random,
        e -> {});
  }

  private Run evidence(String bill) {
    return evidence("till.db", bill, "till.p12");
  }

  private Run evidence(String journal, String bill, String store) {
    return site.run(
        "journal",
        "evidence",
        "--json",
        "--journal=" + site.file(journal),
        "--bill=" + bill,
        "--out=" + site.file("out"),
        "--store=" + site.file(store),
        "--password-file=" + site.file("secret"));
  }

  private Run acts(String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("journal", "acts", "--journal=" + site.file("till.db")));
    all.addAll(List.of(arguments));
    return site.withStore(all.toArray(String[]::new));
  }

  /** A verdict of yesterday and a consent of today, signed by who did them. */
  private void actsOfTwoVisits() {
    OperatorKey operator =
        new OperatorKey("op-7", new SigningPair(Sm2PrivateKey.generate(site.random)));
    OperatorBook book =
        OperatorBook.of(Operator.of("op-7", OperatorRole.CASHIER, operator.pair().publicKey()));
    try (SqliteJournal journal = open(site.keys())) {
      Duty yesterday = new Duty(book, IdentityRules.all(), journal, at("2026-05-03T15:59:59Z"));
      yesterday.note(
          yesterday.take(operator),
          ActKind.REAL_NAME_VERDICT,
          "V-1",
          new ActBody().put("passed", true).put("rules", "R-ID-01 R-ID-03"));
      Duty today = new Duty(book, IdentityRules.all(), journal, at("2026-05-03T16:00:00Z"));
      today.note(
          today.take(operator),
          ActKind.CONSENT,
          "V-2",
          new ActBody()
              .put("rules", "R-SCOPE-05")
              .put("consent.1.given-by", "测试甲")
              .put("consent.1.giver", "INSURED"));
    }
  }

  private static Clock at(String instant) {
    return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
  }

  private Run takeOver(String recovery, String terminal) {
    return site.run(
        "journal",
        "take-over",
        "--json",
        "--journal=" + site.file("till.db"),
        "--recovery-store=" + site.file(recovery + ".p12"),
        "--password-file=" + site.file("secret"),
        "--terminal=" + site.file(terminal));
  }

  @Test
  void aBillIsReportedWithItsInstitutionAndItsDocuments() {
    Run found = evidence("B1").ends(0);
    assertTrue(found.out().contains("\"institution\": \"TEST00000001\""), found.out());
    assertTrue(found.out().contains("\"documents\": []"), found.out());
    evidence("till.db", "B1", "recovery.p12").ends(0);
  }

  @Test
  void anUnknownBillAMissingJournalAndAMissingStoreAreBadInput() {
    Run unknown = evidence("B2").ends(2);
    assertTrue(unknown.err().contains("has no record of bill B2"), unknown.err());
    evidence("B 2").ends(2);
    Run none = evidence("none.db", "B1", "till.p12").ends(2);
    assertTrue(none.err().contains("There is no journal"), none.err());
    Run noStore = evidence("till.db", "B1", "none.p12").ends(2);
    assertTrue(noStore.err().contains("none.p12"), noStore.err());
    assertFalse(Files.exists(site.path("none.p12")));
    assertFalse(Files.exists(site.path("none.db")));
  }

  @Test
  void actsAreListedInOrderWithTheirRulesAndTheirSignatures() {
    actsOfTwoVisits();
    Run all = acts("--json").ends(0);
    assertTrue(all.out().contains("\"count\": 4"), all.out());
    assertTrue(all.out().contains("\"bad\": 0"), all.out());
    assertTrue(all.out().contains("\"rules\": \"R-ID-01 R-ID-03\""), all.out());
    assertTrue(all.out().indexOf("R-ID-03") < all.out().indexOf("R-SCOPE-05"), all.out());
    assertEquals(4, all.out().split("\"good\": true", -1).length - 1, all.out());
    Run people = acts().ends(0);
    assertTrue(people.out().contains("知情同意 consent (CONSENT)"), people.out());
    assertTrue(people.out().contains("2026-05-04 00:00:00 (UTC+8)"), people.out());
    assertTrue(people.out().contains("经办人 operator: op-7"), people.out());
    assertTrue(people.out().contains("签名有效 signature good: 是 yes"), people.out());
  }

  @Test
  void actsAreListedForOneVisitAndForOneDayInChina() {
    actsOfTwoVisits();
    Run visit = acts("--json", "--visit=V-2").ends(0);
    assertTrue(visit.out().contains("\"count\": 1"), visit.out());
    assertTrue(visit.out().contains("\"kind\": \"CONSENT\""), visit.out());
    Run day = acts("--json", "--day=2026-05-03").ends(0);
    assertTrue(day.out().contains("\"count\": 2"), day.out());
    assertTrue(day.out().contains("REAL_NAME_VERDICT"), day.out());
    assertTrue(
        acts("--json", "--visit=V-2", "--day=2026-05-03").ends(0).out().contains("\"count\": 0"));
    acts("--day=yesterday").ends(2);
  }

  @Test
  void whoConsentedIsListedMasked() {
    actsOfTwoVisits();
    Run listed = acts("--visit=V-2").ends(0);
    assertTrue(
        listed.out().contains("consent.1.given-by=测**; consent.1.giver=INSURED"), listed.out());
    assertFalse(listed.out().contains("测试甲"), listed.out());
  }

  @Test
  void anActThatNobodySignedIsFoundAndSaid() {
    actsOfTwoVisits();
    try (SqliteJournal journal = open(site.keys())) {
      journal.note(
          List.of(
              new ActDraft(
                  ActKind.RESOLVED, "V-3", "op-7", Site.NOW, "wish: WANTED\n", new byte[64])));
    }
    Run found = acts("--json").ends(1);
    assertTrue(found.out().contains("\"bad\": 1"), found.out());
    assertTrue(found.err().contains("1 act(s) were not signed"), found.err());
    acts("--visit=V-1").ends(0);
  }

  @Test
  void actsAreListedForTheKeeperOfTheRecoveryKeyAndNobodyElse() throws IOException {
    actsOfTwoVisits();
    site.run(
            "journal",
            "acts",
            "--journal=" + site.file("till.db"),
            "--store=" + site.file("recovery.p12"),
            "--password-file=" + site.file("secret"))
        .ends(0);
    loseTheKeys();
    tillOf("TEST00000002");
    Run other = acts().ends(1);
    assertTrue(other.err().contains("TEST00000002"), other.err());
    assertEquals("", other.out());
  }

  @Test
  void aTillThatRunsIsLeftAlone() {
    try (SqliteJournal running = open(site.keys())) {
      Run evidence = evidence("B1").ends(2);
      assertTrue(evidence.err().contains("is open already"), evidence.err());
      acts().ends(2);
      takeOver("recovery", "certificates.pem").ends(2);
      assertEquals(1, running.of(BILL).size());
    }
  }

  @Test
  void keysOfAnotherTillOrInstitutionShowNothing() throws IOException {
    loseTheKeys();
    tillOf(CODE);
    Run wrong = evidence("B1").ends(2);
    assertTrue(wrong.err().contains("is wrapped for terminal key"), wrong.err());
    loseTheKeys();
    tillOf("TEST00000002");
    Run other = evidence("B1").ends(1);
    assertTrue(other.err().contains("TEST00000002"), other.err());
  }

  @Test
  void theKeeperHandsTheJournalOfALostTillToItsSuccessor() throws IOException {
    loseTheKeys();
    tillOf(CODE);
    evidence("B1").ends(2);
    Run done = takeOver("recovery", "certificates.pem").ends(0);
    assertTrue(done.out().contains("\"opened\": 1"), done.out());
    assertTrue(done.out().contains(site.keys().identity().keyId()), done.out());
    evidence("B1").ends(0);
    open(site.keys()).close();
  }

  @Test
  void aPublicIdentityIsEnoughToTakeOver() {
    PartyKeys next = PartyKeys.generate("TILL-4", site.random);
    site.write("identity.txt", next.identity().toText());
    Run done = takeOver("recovery", "identity.txt").ends(0);
    assertTrue(done.out().contains("\"terminal\": \"TILL-4\""), done.out());
    open(next).close();
  }

  @Test
  void theWrongRecoveryKeyOrATillOfAnotherInstitutionTakesNothingOver() {
    recoveryKeys("stranger");
    Run wrong = takeOver("stranger", "certificates.pem").ends(2);
    assertTrue(wrong.err().contains("opens none of the journal's data keys"), wrong.err());
    PartyKeys elsewhere = PartyKeys.generate("TILL-9", site.random);
    CertificatePair pair =
        site.city.issue(
            Subject.terminal("TILL-9", "TEST00000002"),
            elsewhere.identity(),
            Site.YEAR,
            site.random);
    site.write("elsewhere.pem", pair.pem());
    Run other = takeOver("recovery", "elsewhere.pem").ends(2);
    assertTrue(other.err().contains("not to TEST00000002"), other.err());
    Run nothing = takeOver("recovery", "root.pem").ends(2);
    assertTrue(nothing.err().contains("expected those of the new terminal"), nothing.err());
    open(site.keys()).close();
  }
}
