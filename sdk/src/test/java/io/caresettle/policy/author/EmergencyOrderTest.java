package io.caresettle.policy.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.MalformedPack;
import io.caresettle.policy.compiled.PolicyOrder;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.policy.signed.InstalledPacks;
import io.caresettle.policy.signed.PackProfile;
import io.caresettle.policy.signed.PackRefused;
import io.caresettle.policy.signed.SignedOrder;
import io.caresettle.policy.signed.SignedPack;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-SCOPE-12, JS 32. */
@DisplayName("An emergency order")
@Tag("R-SCOPE-12")
class EmergencyOrderTest {

  private static final Sm2PrivateKey ISSUER = Sm2PrivateKey.generate(new SecureRandom());
  private static final CompiledPack ORDINARY = pack("everything", 1, "2026-01-01", "2027-12-31");
  private static final PlanKey KEY =
      new PlanKey(
          "test",
          Scheme.EMPLOYEE,
          InsuredCategory.ACTIVE,
          CareType.OUTPATIENT,
          InstitutionLevel.LEVEL_3);

  @TempDir private Path directory;

  private static CompiledPack pack(String topic, int version, String from, String to) {
    String text = ArticleIndex.resource("/policy/test/everything.yaml");
    text = text.replaceFirst("(?m)^topic: .*$", "topic: " + topic);
    text =
        text.replaceFirst(
            "(?m)^from: .*$", "version: " + version + "\nfrom: " + from + "\nto: " + to);
    return Pack.of(topic + ".yaml", text).compiled().orElseThrow();
  }

  private static PolicyOrder order(int version) {
    return new PolicyOrder(
        "苏医保〔2026〕测1号",
        "疫情救治先行",
        "Treat first in the epidemic",
        ORDINARY.id().topic(),
        pack("order-1", version, "2026-06-10", "2026-07-20"));
  }

  private static byte[] signed(PolicyOrder order, Sm2PrivateKey by) {
    return SignedOrder.sign(order, new SigningPair(by)).bytes();
  }

  private InstalledPacks till() {
    return new InstalledPacks(directory, ISSUER.publicKey(), PackProfile.TEST);
  }

  private PolicyBook book() {
    return PolicyBook.ofCompiled(till().packs()).under(till().orders());
  }

  private static String topic(PolicyBook book, LocalDate day) {
    return book.plan(KEY, day).pack().topic();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-09, everything",
    "2026-06-10, order-1",
    "2026-07-20, order-1",
    "2026-07-21, everything",
  })
  void goesBeforeThePackOnItsDays(LocalDate day, String serves) {
    till().install(SignedPack.sign(ORDINARY, ISSUER).bytes());
    till().installOrder(signed(order(1), ISSUER));
    assertEquals(serves, topic(book(), day));
  }

  @Test
  void servesNoMoreOnceItIsWithdrawn() {
    LocalDate day = LocalDate.of(2026, 7, 15);
    till().install(SignedPack.sign(ORDINARY, ISSUER).bytes());
    till().installOrder(signed(order(1), ISSUER));
    PolicyBook before = book();
    assertEquals(
        Optional.of("苏医保〔2026〕测1号"),
        till().withdrawOrder("test", "order-1").map(PolicyOrder::number));
    assertEquals("order-1", topic(before, day));
    assertEquals("everything", topic(book(), day));
    assertEquals(Optional.empty(), till().withdrawOrder("test", "order-1"));
  }

  @Test
  void comesBackOnlyInAHigherVersion() {
    till().installOrder(signed(order(1), ISSUER));
    till().withdrawOrder("test", "order-1");
    assertThrows(PackRefused.class, () -> till().installOrder(signed(order(1), ISSUER)));
    till().installOrder(signed(order(2), ISSUER));
    assertEquals(2, till().orders().get(0).pack().id().version());
  }

  @Test
  void ofAStrangerOrUnsignedIsRefused() {
    Sm2PrivateKey stranger = Sm2PrivateKey.generate(new SecureRandom());
    assertThrows(PackRefused.class, () -> till().installOrder(signed(order(1), stranger)));
    byte[] pack = SignedPack.sign(order(1).pack(), ISSUER).bytes();
    assertThrows(PackRefused.class, () -> till().installOrder(pack));
    assertThrows(PackRefused.class, () -> till().install(signed(order(1), ISSUER)));
    assertEquals(List.of(), till().orders());
    assertEquals(List.of(), till().packs());
  }

  @Test
  @DisplayName("with any byte changed is refused")
  void changedIsRefused() {
    byte[] bytes = signed(order(1), ISSUER);
    assertEquals(order(1).number(), SignedOrder.open(bytes, ISSUER.publicKey()).order().number());
    for (int i = 0; i < bytes.length; i += i < 300 ? 7 : 311) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      assertThrows(
          PackRefused.class, () -> SignedOrder.open(changed, ISSUER.publicKey()), "byte " + i);
    }
  }

  @Test
  @DisplayName("holds no pack that a till would take as an ordinary one")
  void cutOpenIsNoOrdinaryPack() {
    byte[] bytes = signed(order(1), ISSUER);
    for (int from = 0; from < bytes.length; from++) {
      byte[] rest = Arrays.copyOfRange(bytes, from, bytes.length);
      assertThrows(
          PackRefused.class, () -> SignedPack.open(rest, ISSUER.publicKey()), "from byte " + from);
    }
  }

  @Test
  void twoForOneBillAreAConflict() {
    PolicyOrder other =
        new PolicyOrder(
            "2", "另一", "another", "everything", pack("order-2", 1, "2026-07-15", "2026-08-30"));
    PolicyBook book = PolicyBook.ofCompiled(List.of(ORDINARY)).under(List.of(order(1), other));
    assertEquals("order-1", topic(book, LocalDate.of(2026, 7, 14)));
    assertThrows(RulesConflict.class, () -> book.plan(KEY, LocalDate.of(2026, 7, 15)));
    assertEquals("order-2", topic(book, LocalDate.of(2026, 7, 21)));
  }

  @Test
  void ofAnotherTopicTakesNobodysPlace() {
    PolicyOrder elsewhere =
        new PolicyOrder("3", "他项", "of something else", "other", order(1).pack());
    PolicyBook book = PolicyBook.ofCompiled(List.of(ORDINARY)).under(List.of(elsewhere));
    assertThrows(RulesConflict.class, () -> book.plan(KEY, LocalDate.of(2026, 7, 15)));
  }

  @Test
  void saysWhatItIsCalledAndReplaces() {
    CompiledPack pack = order(1).pack();
    assertThrows(MalformedPack.class, () -> new PolicyOrder("", "甲", "a", "everything", pack));
    MalformedPack itself =
        assertThrows(MalformedPack.class, () -> new PolicyOrder("1", "甲", "a", "order-1", pack));
    assertTrue(String.valueOf(itself.getMessage()).contains("order-1"));
  }
}
