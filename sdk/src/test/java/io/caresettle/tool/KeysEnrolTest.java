package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.enrolment.ActivationCode;
import io.caresettle.protocol.enrolment.EnrolmentBook;
import io.caresettle.protocol.enrolment.EnrolmentDesk;
import io.caresettle.protocol.enrolment.Invitation;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.sm.InsecureSecretAccess;
import io.caresettle.tool.Site.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("keys enrol: an invitation and a code become certificates")
class KeysEnrolTest {

  @TempDir Path folder;

  /** A centre that invited TILL-3 of H0001. */
  private record Centre(EnrolmentDesk desk, String code) {}

  private static Centre inviting(Site site, TrustProfile profile) {
    PartyKeys keys = PartyKeys.generate("CENTRE", site.random);
    CertifiedKeys centre =
        new CertifiedKeys(
            keys,
            site.city.issue(Subject.centre("CENTRE"), keys.identity(), Site.LONG, site.random));
    EnrolmentDesk desk =
        new EnrolmentDesk(
            centre,
            site.city,
            Trust.in(profile, List.of(site.root.certificate())),
            Duration.ofDays(365),
            EnrolmentBook.inMemory(),
            () -> site.now,
            site.random);
    ActivationCode code =
        desk.invite(Subject.terminal("TILL-3", "TEST0000H001"), Duration.ofDays(7));
    site.write(
        "invitation.txt",
        new Invitation(
                centre.certificates(), List.of(site.root.certificate()), List.of("localhost:7443"))
            .text());
    return new Centre(desk, code.text(InsecureSecretAccess.get()));
  }

  private static Run enrol(Site site, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "keys",
                "enrol",
                "--party=TILL-3",
                "--institution=TEST0000H001",
                "--invitation=" + site.file("invitation.txt"),
                "--request=" + site.file("request.bin")));
    all.addAll(List.of(more));
    return site.withStore(all.toArray(String[]::new));
  }

  private static String answer(Site site, Centre centre) throws IOException {
    return site.write(
        "answer.bin", centre.desk().answer(Files.readAllBytes(site.path("request.bin"))));
  }

  @Test
  void theCodeIsTypedTheRequestCarriedAndTheAnswerKept() throws IOException {
    Site site = new Site(folder, TrustProfile.PRODUCTION);
    Centre centre = inviting(site, TrustProfile.PRODUCTION);
    site.typed.add(centre.code());
    Run asked = enrol(site).ends(0);
    assertFalse((asked.out() + asked.err()).contains(centre.code()));
    enrol(site, "--answer", answer(site, centre)).ends(0);
    site.withStore("keys", "status").ends(0);
    assertEquals("TILL-3", site.keys().identity().partyId());
    enrol(site, "--answer", site.file("answer.bin")).ends(2);
  }

  @Test
  void aMistypedCodeIsFoundHereAndAWrongOneThere() throws IOException {
    Site site = new Site(folder, TrustProfile.PRODUCTION);
    Centre centre = inviting(site, TrustProfile.PRODUCTION);
    site.typed.add("0000-mistyped");
    Run mistyped = enrol(site).ends(2);
    assertFalse(mistyped.err().contains("mistyped-"), mistyped.err());
    assertFalse(Files.exists(site.path("till.p12")));
    site.typed.add(ActivationCode.generate(site.random).text(InsecureSecretAccess.get()));
    enrol(site).ends(0);
    Run refused = enrol(site, "--answer", answer(site, centre)).ends(1);
    assertTrue(refused.err().contains("not the activation code"), refused.err());
    site.withStore("keys", "status").ends(5);
  }

  @Test
  void aTestCentreIsRefusedUnlessTestsAreAskedForLoudly() {
    Site site = new Site(folder, TrustProfile.TEST);
    Centre centre = inviting(site, TrustProfile.TEST);
    Run refused = enrol(site).ends(1);
    assertTrue(refused.err().contains("test certificate"), refused.err());
    site.typed.add(centre.code());
    Run taken = enrol(site, "--profile=test").ends(0);
    assertTrue(taken.err().contains("*** 测试 TEST ***"), taken.err());
  }
}
