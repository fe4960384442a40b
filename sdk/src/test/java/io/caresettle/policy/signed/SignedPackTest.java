package io.caresettle.policy.signed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.policy.author.Pack;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.author.Texts;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A till that takes signed packs")
class SignedPackTest {

  private static final Sm2PrivateKey ISSUER = Sm2PrivateKey.generate(new SecureRandom());

  @TempDir Path directory;

  /** The whole pack, in force and read in its instrument throughout. */
  private static CompiledPack pack(int version) {
    return compiled(
        Texts.WHOLE
            .replace("version: 3", "version: " + version)
            .replace("confidence: M", "confidence: H"));
  }

  private static CompiledPack compiled(String text) {
    return Pack.of("whole.yaml", text).compiled().orElseThrow();
  }

  private static byte[] signed(int version) {
    return SignedPack.sign(pack(version), ISSUER).bytes();
  }

  private InstalledPacks till(PackProfile profile) {
    return new InstalledPacks(directory, ISSUER.publicKey(), profile);
  }

  @Test
  @DisplayName(
      "in production refuses a pack of which a layer would pay nothing for want of a number")
  void refusesALayerWithoutNumbers() {
    String all =
        Texts.WHOLE
            .replace("confidence: M", "confidence: H")
            .replace(
                "{none: 0, full: 10000, fixed: 7000}", "{none: 0, full: 10000, fixed: unknown}");
    assertEquals(
        List.of(),
        PackProfile.unfit(compiled(all)),
        "a bill that needs the number is refused, so nobody pays more than is due");
    CompiledPack without =
        compiled(all.replace("rule: R-AID-01", "unpublished: pays-nothing, rule: R-AID-01"));
    byte[] bytes = SignedPack.sign(without, ISSUER).bytes();
    PackRefused refused =
        assertThrows(PackRefused.class, () -> till(PackProfile.PRODUCTION).install(bytes));
    assertTrue(
        reason(refused)
            .contains(
                "aid.rate from 2026-01-01 (JS 25¶1): unknown, and the layer medical-aid would pay"
                    + " nothing"),
        reason(refused));
    till(PackProfile.TEST).install(bytes);
    CompiledPack found =
        compiled(
            Texts.WHOLE
                .replace("confidence: M", "confidence: H")
                .replace("rule: R-AID-01", "unpublished: pays-nothing, rule: R-AID-01"));
    assertEquals(List.of(), PackProfile.unfit(found), "where all its numbers are known");
  }

  private List<Integer> versions() {
    return till(PackProfile.PRODUCTION).packs().stream().map(pack -> pack.id().version()).toList();
  }

  private static String reason(PackRefused refused) {
    return String.join("\n", refused.reasons());
  }

  @Test
  void runsWhatItsIssuerSigned() {
    CompiledPack taken = till(PackProfile.PRODUCTION).install(signed(3));
    assertEquals(pack(3).digest(), taken.digest());
    PolicyBook book = PolicyBook.ofCompiled(till(PackProfile.PRODUCTION).packs());
    assertEquals(pack(3).digest(), book.packs().get(0).digest());
  }

  @Test
  void refusesAnotherIssuer() {
    Sm2PrivateKey stranger = Sm2PrivateKey.generate(new SecureRandom());
    byte[] bytes = SignedPack.sign(pack(3), stranger).bytes();
    PackRefused refused =
        assertThrows(PackRefused.class, () -> till(PackProfile.TEST).install(bytes));
    assertTrue(reason(refused).contains("not signed by the issuer"), reason(refused));
    assertEquals(List.of(), versions());
  }

  @Test
  @DisplayName("refuses a file with any byte changed, or cut anywhere")
  void refusesAnyChange() {
    byte[] bytes = signed(3);
    assertArrayEquals(bytes, SignedPack.open(bytes, ISSUER.publicKey()).bytes());
    for (int i = 0; i < bytes.length; i += i < 200 ? 1 : 97) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      assertThrows(
          PackRefused.class, () -> SignedPack.open(changed, ISSUER.publicKey()), "byte " + i);
      byte[] cut = java.util.Arrays.copyOf(bytes, i);
      assertThrows(PackRefused.class, () -> SignedPack.open(cut, ISSUER.publicKey()), "cut " + i);
    }
  }

  @Test
  @DisplayName("refuses a version that is not above every one it has seen")
  void refusesLowerAndEqualVersions() {
    InstalledPacks till = till(PackProfile.PRODUCTION);
    till.install(signed(3));
    for (int version : new int[] {1, 2, 3}) {
      byte[] bytes = signed(version);
      PackRefused refused = assertThrows(PackRefused.class, () -> till.install(bytes));
      assertEquals(
          "version " + version + ", where version 3 was here already: expected a higher one",
          reason(refused));
    }
    till.install(signed(4));
    assertEquals(List.of(4), versions());
  }

  @Test
  @DisplayName("goes back to the pack before, once, and never takes the withdrawn one again")
  void goesBack() {
    InstalledPacks till = till(PackProfile.PRODUCTION);
    assertEquals(Optional.empty(), till.goBack("test", "whole"));
    till.install(signed(3));
    till.install(signed(5));
    assertEquals(3, till.goBack("test", "whole").orElseThrow().id().version());
    assertEquals(List.of(3), versions());
    assertEquals(Optional.empty(), till.goBack("test", "whole"));
    assertThrows(PackRefused.class, () -> till.install(signed(5)));
    till.install(signed(6));
    assertEquals(List.of(6), versions());
  }

  @Test
  void twoTopicsCountTheirVersionsApart() {
    InstalledPacks till = till(PackProfile.PRODUCTION);
    till.install(signed(3));
    String other =
        Texts.WHOLE
            .replace("topic: whole", "topic: other")
            .replace("version: 3", "version: 1")
            .replace("from: 2026-01-01\nto: 2027-12-31", "from: 2028-01-01")
            .replace("confidence: M", "confidence: H");
    till.install(SignedPack.sign(compiled(other), ISSUER).bytes());
    assertEquals(List.of(1, 3), versions());
  }

  @Test
  void anAlteredFileOnItsDiskIsNamed() throws Exception {
    till(PackProfile.PRODUCTION).install(signed(3));
    Path file = directory.resolve("test-whole.pack");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    PackRefused refused =
        assertThrows(PackRefused.class, () -> till(PackProfile.PRODUCTION).packs());
    assertTrue(refused.toString().contains("test-whole.pack"), refused.toString());
  }

  @Test
  @DisplayName(
      "in production refuses every figure that binds nobody, and lists each with its article")
  void productionRefusesTestFigures() {
    CompiledPack unsure =
        compiled(
            Texts.WHOLE
                .replace(
                    "value: 20000, source: {text: JS, article: \"16\", paragraph: 1}, standing:"
                        + " in-force",
                    "value: 20000, source: {text: JS, article: \"16\", paragraph: 1}, standing:"
                        + " draft")
                .replace("value: 9500,", "value: 9500, assumed: a round number,"));
    byte[] bytes = SignedPack.sign(unsure, ISSUER).bytes();
    PackRefused refused =
        assertThrows(PackRefused.class, () -> till(PackProfile.PRODUCTION).install(bytes));
    assertEquals(
        List.of(
            "cap from 2026-01-01 (JS 16¶1): assumed: a round number",
            "gift from 2026-01-01 (JS 16¶1): draft",
            "large-sum.limit from 2026-01-01 (JS 16¶1): confidence M"),
        refused.reasons());
    assertEquals(unsure.digest(), till(PackProfile.TEST).install(bytes).digest());
  }

  @Test
  void productionRefusesWhatIsShippedForTests() {
    for (CompiledPack pack : PolicyBook.shipped().packs()) {
      if (!pack.id().area().equals("test")) {
        continue;
      }
      int entries = pack.values().stream().mapToInt(value -> value.entries().size()).sum();
      assertEquals(entries, PackProfile.unfit(pack).size(), pack.toString());
    }
  }
}
