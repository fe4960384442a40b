package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.tool.Site.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cert: certificates, shown and judged")
class CertCommandTest {

  @TempDir Path folder;
  private Site site;
  private CertificatePair pair;

  @BeforeEach
  void open() {
    site = new Site(folder, TrustProfile.PRODUCTION);
    site.newKeys("request.pem");
    pair = site.issue("request.pem", "pair.pem", Site.YEAR);
  }

  @Test
  void everyKindIsShownInPemAndInDer() {
    site.write("pair.der", pair.encoded());
    site.write("one.der", pair.signing().encoded());
    String list = site.revoking("list.pem", pair, Site.NOW);
    Run shown =
        site.run(
                "cert",
                "show",
                site.file("pair.pem"),
                site.file("pair.der"),
                site.file("one.der"),
                site.file("request.pem"),
                list,
                "--json")
            .ends(0);
    assertEquals(2, times("\"kind\": \"pair\"", shown.out()));
    assertEquals(1, times("\"kind\": \"certificates\"", shown.out()));
    assertEquals(1, times("\"kind\": \"request\"", shown.out()));
    assertEquals(1, times("\"kind\": \"revocations\"", shown.out()));
    assertTrue(shown.out().contains("\"reason\": \"KEY_COMPROMISE\""), shown.out());
    Run people = site.run("cert", "show", site.file("pair.pem")).ends(0);
    assertTrue(people.out().contains("机构 institution: TEST0000H001"), people.out());
    assertTrue(people.out().contains("2026-12-31 08:00:00 (UTC+8)"), people.out());
  }

  private static int times(String part, String whole) {
    return whole.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  @Test
  void whatIsNoCertificateIsNotQuoted() {
    String key =
        site.write("key.pem", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n");
    Run shown = site.run("cert", "show", key).ends(2);
    assertTrue(shown.err().contains("key.pem"), shown.err());
    assertFalse(shown.err().contains("c2VjcmV0"), shown.err());
    site.run("cert", "show", site.write("zeros.der", new byte[100])).ends(2);
    site.run("cert", "show", site.file("nowhere.pem")).ends(2);
    Run request = check("request.pem").ends(2);
    assertTrue(request.err().contains("cert show"), request.err());
  }

  private Run check(String file, String... more) {
    String[] all = java.util.Arrays.copyOf(new String[] {"cert", "check"}, 4 + more.length);
    all[2] = site.file(file);
    all[3] = "--root=" + site.file("root.pem");
    System.arraycopy(more, 0, all, 4, more.length);
    return site.run(all);
  }

  @Test
  void aGoodPairAndAGoodCertificateAndAnAuthorityAreGood() {
    Run good = check("pair.pem").ends(0);
    assertTrue(good.out().contains("根 root: root"), good.out());
    assertTrue(good.err().contains("no revocation list"), good.err());
    site.write("one.pem", pair.encryption().pem() + site.city.certificate().pem());
    check("one.pem", "--role=terminal", "--institution=TEST0000H001").ends(0);
    site.write("city.pem", site.city.certificate().pem());
    check("city.pem").ends(0);
    check("root.pem").ends(0);
  }

  @Test
  void eachReasonHasItsWordsAndTheExitCodeOne() {
    check("pair.pem", "--at=2025-12-31T00:00:00Z").ends(1);
    Run expired = check("pair.pem", "--at=2027-01-01T00:00:00Z", "--json").ends(1);
    assertTrue(expired.out().contains("\"kind\": \"EXPIRED\""), expired.out());
    assertTrue(expired.out().contains("\"good\": false"), expired.out());
    assertTrue(expired.err().contains("renew"), expired.err());
    assertTrue(check("pair.pem", "--institution=H0002").ends(1).err().contains("H0002"));
    check("pair.pem", "--role=centre").ends(1);
    String list = site.revoking("list.pem", pair, Site.NOW);
    assertTrue(check("pair.pem", "--revocations", list).ends(1).err().contains("revoked"));
    check("pair.pem", "--revocations", list, "--at=2026-05-04T02:03:03Z").ends(0);
    site.write("lonely.pem", pair.signing().pem());
    check("lonely.pem").ends(1);
  }

  @Test
  void aListIsTakenFromItsAuthorityOnly() {
    site.write(
        "foreign-root.pem", site.authority("root", TrustProfile.PRODUCTION).certificate().pem());
    String list = site.revoking("list.pem", pair, Site.NOW);
    site.write("one.pem", pair.signing().pem());
    // The city signed it, and nothing here says who the city is.
    check("root.pem", "--revocations", list).ends(1);
    check("pair.pem", "--revocations", site.file("pair.pem")).ends(2);
  }

  @Test
  void testCertificatesAreRefusedUnlessAskedForLoudly() {
    site = new Site(folder, TrustProfile.TEST);
    site.write("test.pem", site.city.certificate().pem());
    Run refused = check("test.pem").ends(1);
    assertTrue(refused.err().contains("test certificate"), refused.err());
    Run taken = check("test.pem", "--profile=test", "--json").ends(0);
    assertTrue(taken.err().contains("*** 测试 TEST ***"), taken.err());
    assertTrue(taken.out().contains("\"profile\": \"TEST\""), taken.out());
  }

  @Test
  void whatIsNoCertificateIsToldOnce() {
    Run shown = site.run("cert", "show", site.write("text.pem", "no certificate")).ends(2);
    assertEquals(1, times("text.pem", shown.err()));
    String key = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n";
    Run other = site.run("cert", "show", site.write("other.pem", key)).ends(2);
    assertEquals(1, times("other.pem", other.err()));
  }
}
