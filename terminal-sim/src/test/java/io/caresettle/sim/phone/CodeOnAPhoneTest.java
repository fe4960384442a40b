package io.caresettle.sim.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.QRCode;
import io.caresettle.credential.InsuranceCode;
import io.caresettle.credential.TestCode;
import io.caresettle.credential.code.CodePayload;
import io.caresettle.credential.code.InsuranceCodeReader;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.sim.phone.PhoneScreen.Theme;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodeOnAPhoneTest {

  private static final Duration BUDGET = Duration.ofSeconds(20);
  private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final CodeIssuer ISSUER = CodeIssuer.ofTheSimulation(CLOCK);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void whatThePhoneShowsTheCounterReads(Theme theme) throws IOException {
    IssuedCode issued = ISSUER.issue("P0000001");
    Path picture = folder.resolve("phone.png");
    PhoneScreen.write(issued, theme, picture);
    InsuranceCode read = readerAt(NOW).fromPicture(picture, BUDGET);
    assertEquals(new TestCode(issued.text(), "TEST0001", NOW, NOW.plusSeconds(60)), read);
  }

  /** Left to itself the decoder misses nearly two in a hundred of these, depending on the nonce. */
  @ParameterizedTest
  @EnumSource
  void notOneOfManyCodesIsMissed(Theme theme) {
    for (int i = 0; i < 200; i++) {
      IssuedCode issued = ISSUER.issue("P0000001");
      BufferedImage picture = PhoneScreen.draw(issued, theme);
      assertEquals(issued.text(), readerAt(NOW).fromPicture(picture, BUDGET).text());
    }
  }

  /** A camera is never straight, and its light never even. */
  @ParameterizedTest
  @CsvSource({
    "LIGHT, 7, 0.9, 0.0, 0",
    "LIGHT, -18, 0.6, 0.1, 20",
    "LIGHT, 90, 1.0, 0.0, 30",
    "LIGHT, 183, 0.7, 0.15, 10",
    "DARK, 7, 0.9, 0.0, 0",
    "DARK, -12, 0.7, 0.05, 20",
    "DARK, 180, 1.0, 0.0, 20",
  })
  void aSkewedAndGrainyPictureIsReadToo(
      Theme theme, double degrees, double size, double shear, int grain) {
    IssuedCode issued = ISSUER.issue("P0000002");
    BufferedImage taken = taken(PhoneScreen.draw(issued, theme), degrees, size, shear, grain);
    assertEquals(issued.text(), readerAt(NOW).fromPicture(taken, BUDGET).text());
  }

  @Test
  void aVeryLargePictureIsReadToo() {
    IssuedCode issued = ISSUER.issue("P0000001");
    BufferedImage taken = taken(PhoneScreen.draw(issued, Theme.LIGHT), 5, 3, 0, 0);
    assertTrue(taken.getWidth() * taken.getHeight() > 8_000_000);
    assertEquals(issued.text(), readerAt(NOW).fromPicture(taken, BUDGET).text());
  }

  @Test
  void anOldPictureIsRefusedAsExpired() {
    BufferedImage screenshot = PhoneScreen.draw(ISSUER.issue("P0000001"), Theme.LIGHT);
    InsuranceCode lastSecond = readerAt(NOW.plusSeconds(59)).fromPicture(screenshot, BUDGET);
    assertEquals(NOW.plusSeconds(60), assertInstanceOf(TestCode.class, lastSecond).expires());
    CredentialRefused refused =
        assertThrows(
            CredentialRefused.class,
            () -> readerAt(NOW.plusSeconds(60)).fromPicture(screenshot, BUDGET));
    assertEquals(Reason.CODE_EXPIRED, refused.reason());
  }

  @Test
  void anotherIssuersPhoneIsNotBelieved() {
    CodeIssuer stranger =
        new CodeIssuer(
            ISSUER.keyId(), Sm2PrivateKey.generate(new SecureRandom()), CLOCK, new Random(1));
    BufferedImage picture = PhoneScreen.draw(stranger.issue("P0000001"), Theme.LIGHT);
    CredentialRefused refused =
        assertThrows(CredentialRefused.class, () -> readerAt(NOW).fromPicture(picture, BUDGET));
    assertEquals(Reason.CODE_FORGED, refused.reason());
  }

  @Test
  void theCentreFindsThePersonByThePseudonymAndNobodyElseDoes() {
    IssuedCode issued = ISSUER.issue("P0000001");
    String pseudonym = CodePayload.unproved(issued.text()).pseudonym();
    assertEquals(ISSUER.pseudonymOf("P0000001"), pseudonym);
    assertNotEquals(ISSUER.pseudonymOf("P0000002"), pseudonym);
    CodeIssuer stranger =
        new CodeIssuer("OTHER", Sm2PrivateKey.generate(new SecureRandom()), CLOCK, new Random(1));
    assertNotEquals(stranger.pseudonymOf("P0000001"), pseudonym);
    assertFalse(issued.text().contains("P0000001"));
    assertFalse(issued.toString().contains(issued.text()));
  }

  @Test
  void twoCodesOfOnePersonInOneSecondDiffer() {
    assertNotEquals(ISSUER.issue("P0000001").text(), ISSUER.issue("P0000001").text());
    assertNotEquals(
        ISSUER.issue("P0000001").payload().nonce(), ISSUER.issue("P0000001").payload().nonce());
  }

  @Test
  void theCodeIsLargeEnoughForTiltAndRobustEnoughForGlare() {
    for (String text : new String[] {"1", ISSUER.issue("P0000001").text()}) {
      QRCode code = PhoneScreen.encode(text);
      assertTrue(code.getVersion().getVersionNumber() >= 2);
      assertEquals(ErrorCorrectionLevel.Q, code.getECLevel());
    }
  }

  @Test
  void aCodeCannotBeIssuedForNoTimeAtAll() {
    assertThrows(IllegalArgumentException.class, () -> ISSUER.issue("P0000001", Duration.ZERO));
  }

  private static InsuranceCodeReader readerAt(Instant now) {
    return new InsuranceCodeReader(ISSUER.keys(), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static BufferedImage taken(
      BufferedImage screen, double degrees, double size, double shear, int grain) {
    int side = (int) (1.3 * Math.hypot(screen.getWidth(), screen.getHeight()) * size);
    BufferedImage taken = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = taken.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.setColor(new Color(0x8A7B66));
    g.fillRect(0, 0, side, side);
    AffineTransform camera = AffineTransform.getTranslateInstance(side / 2.0, side / 2.0);
    camera.rotate(Math.toRadians(degrees));
    camera.shear(shear, 0);
    camera.scale(size, size);
    camera.translate(-screen.getWidth() / 2.0, -screen.getHeight() / 2.0);
    g.drawImage(screen, camera, null);
    g.dispose();
    Random random = new Random(20261120);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        taken.setRGB(x, y, grained(new Color(taken.getRGB(x, y)), grain, random).getRGB());
      }
    }
    return taken;
  }

  private static Color grained(Color colour, int grain, Random random) {
    int change = grain == 0 ? 0 : random.nextInt(2 * grain + 1) - grain;
    return new Color(
        within(colour.getRed() + change),
        within(colour.getGreen() + change),
        within(colour.getBlue() + change));
  }

  private static int within(int level) {
    return Math.max(0, Math.min(255, level));
  }
}
