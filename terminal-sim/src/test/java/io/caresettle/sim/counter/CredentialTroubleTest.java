package io.caresettle.sim.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.Credential;
import io.caresettle.credential.TestCode;
import io.caresettle.credential.card.CardReader;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.problem.DeviceFault;
import io.caresettle.sim.card.VirtualCard;
import io.caresettle.sim.phone.CodeIssuer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A credential that is no good")
@Timeout(180)
class CredentialTroubleTest {

  private static final Duration BUDGET = Duration.ofSeconds(30);
  private static final String PERSON = "P0000004";

  private final SteppingClock clock = new SteppingClock();
  private Bench bench;

  @BeforeEach
  void open(@TempDir Path folder) {
    bench = new Bench(folder, clock);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private TestCode code() {
    return assertInstanceOf(
        TestCode.class,
        bench.simulator.codeReader().fromPicture(bench.simulator.photographCode(PERSON), BUDGET));
  }

  private void identify(Credential shown, String registered, String visit) {
    var unused = bench.counter.identify(shown, bench.simulator.registration(registered, visit));
  }

  private static void assertRefused(Reason reason, Executable what) {
    assertEquals(reason, assertThrows(CredentialRefused.class, what).reason());
  }

  @Test
  void aPictureOfAnExpiredCodeIsRefusedAtTheTill() {
    Path picture = bench.simulator.photographCode(PERSON);
    clock.moveTo(Duration.ofSeconds(60));
    assertRefused(
        Reason.CODE_EXPIRED, () -> bench.simulator.codeReader().fromPicture(picture, BUDGET));
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  void aCodeInItsLastSecondIsGood() {
    Path picture = bench.simulator.photographCode(PERSON);
    clock.moveTo(Duration.ofSeconds(59));
    identify(bench.simulator.codeReader().fromPicture(picture, BUDGET), PERSON, "V-1");
    bench.assertNothingStands();
  }

  @Test
  void aCodeThatExpiresOnTheWayIsRefusedByTheCentre() {
    TestCode code = code();
    clock.moveTo(Duration.ofSeconds(61));
    assertRefused(Reason.CODE_EXPIRED, () -> identify(code, PERSON, "V-1"));
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  void aCodeThatServedOneVisitServesNoOther() {
    TestCode code = code();
    identify(code, PERSON, "V-1");
    identify(code, PERSON, "V-1");
    assertRefused(Reason.CODE_BOUND_TO_ANOTHER_VISIT, () -> identify(code, PERSON, "V-2"));
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  void noCharacterOfACodeCanBeChanged() {
    String text = CodeIssuer.ofTheSimulation(clock).issue(PERSON).text();
    for (int i = 0; i < text.length(); i++) {
      String changed = changed(text, i);
      CredentialRefused refused =
          assertThrows(
              CredentialRefused.class,
              () -> bench.simulator.codeReader().fromText(changed),
              "character " + i);
      assertTrue(
          Set.of(Reason.CODE_FORGED, Reason.NOT_AN_INSURANCE_CODE).contains(refused.reason()),
          "character " + i + ": " + refused.reason());
    }
    bench.assertNothingSettledAndNextPatientServed();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.99})
  void aTillThatLetsAChangedCodePassIsStoppedByTheCentre(double where) {
    TestCode good = code();
    String changed = changed(good.text(), (int) (good.text().length() * where));
    TestCode forged = new TestCode(changed, good.keyId(), good.notBefore(), good.expires());
    assertRefused(Reason.CODE_FORGED, () -> identify(forged, PERSON, "V-1"));
    bench.assertNothingSettledAndNextPatientServed();
  }

  private static String changed(String text, int at) {
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  @Test
  void aPictureWithoutACodeIsSaidToHaveNone(@TempDir Path pictures) throws IOException {
    Path file = pictures.resolve("grey.png");
    ImageIO.write(new BufferedImage(480, 800, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    assertRefused(
        Reason.NO_CODE_IN_PICTURE, () -> bench.simulator.codeReader().fromPicture(file, BUDGET));
    bench.assertNothingSettledAndNextPatientServed();
  }

  static Stream<Arguments> refusedCards() {
    return Stream.of(
        Arguments.of(
            "blocked", Reason.CARD_BLOCKED, (Consumer<VirtualCard>) VirtualCard::blockCard),
        Arguments.of(
            "blocked application",
            Reason.CARD_BLOCKED,
            (Consumer<VirtualCard>) VirtualCard::blockApplication),
        Arguments.of(
            "without its key",
            Reason.CARD_NOT_GENUINE,
            (Consumer<VirtualCard>) VirtualCard::answerInternalAuthenticationWrongly));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refusedCards")
  void aBadCardIsRefusedAndTheNextPatientServed(
      String what, Reason reason, Consumer<VirtualCard> harm) {
    VirtualCard card = bench.simulator.card("P0000001");
    harm.accept(card);
    assertRefused(reason, () -> bench.read(card));
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  void aCardIsGoodOnItsLastDayAndExpiredOnTheNext() {
    VirtualCard card = bench.simulator.card("P0000001");
    LocalDate lastDay = LocalDate.of(2034, 1, 15);
    CardReader reader = new CardReader();
    assertEquals(lastDay, reader.read(card, bench.simulator.authenticator(), lastDay).validUntil());
    assertRefused(
        Reason.CARD_EXPIRED,
        () -> reader.read(card, bench.simulator.authenticator(), lastDay.plusDays(1)));
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  void aCardThatWasPulledOutIsAFaultOfTheMomentAndCanBeInsertedAgain() {
    VirtualCard card = bench.simulator.card("P0000001");
    card.removeAfter(7);
    DeviceFault fault = assertThrows(DeviceFault.class, () -> bench.read(card));
    assertEquals(DeviceFault.Kind.CARD_REMOVED, fault.kind());
    bench.assertNothingStands();
    card.insert();
    identify(bench.read(card), "P0000001", "V-1");
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  void someoneElsesCardIdentifiesNobody() {
    Credential card = bench.read(bench.simulator.card("P0000001"));
    assertRefused(Reason.NOT_THE_REGISTERED_PATIENT, () -> identify(card, "P0000002", "V-1"));
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  void someoneElsesCodeIdentifiesNobody() {
    TestCode code = code();
    assertRefused(Reason.NOT_THE_REGISTERED_PATIENT, () -> identify(code, "P0000001", "V-1"));
    bench.assertNothingSettledAndNextPatientServed();
  }
}
