package io.caresettle.credential.code;

import static io.caresettle.credential.code.SigningIssuer.FROM;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.SettlementException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

  private static final Duration BUDGET = Duration.ofSeconds(20);
  private static final InsuranceCodeReader READER =
      new InsuranceCodeReader(new SigningIssuer().keys(), Clock.fixed(FROM, ZoneOffset.UTC));

  @TempDir Path folder;

  /** Three that plain ZXing reads at once, and two that it does not read at all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "qrcode-1__13.png",
        "qrcode-4__35.png",
        "qrcode-6__1.png",
        "qrcode-4__05.png",
        "qrcode-4__31.png"
      })
  void aForeignCodeIsReadAndIsNotOurs(String name) throws Exception {
    assertEquals(Reason.NOT_AN_INSURANCE_CODE, refusal(photo(name)));
  }

  @Test
  void aPictureWithoutACodeSaysSo() throws IOException {
    BufferedImage paper = new BufferedImage(320, 240, TYPE_INT_RGB);
    assertEquals(Reason.NO_CODE_IN_PICTURE, refusal(save(paper)));
  }

  /**
   * No camera makes such pictures; left alone, some of them once kept the search going for ever.
   */
  @ParameterizedTest
  @CsvSource({"1,1", "7,400", "400,7", "20001,8", "8,20001", "2100001,1", "1,2200000"})
  void aPictureTooThinOrTooLongForACodeIsTheCallersMistake(int width, int height)
      throws IOException {
    BufferedImage thin = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    assertTimeoutPreemptively(
        BUDGET,
        () -> {
          assertThrows(Misuse.class, () -> READER.fromPicture(thin, BUDGET));
          Path file = save(thin);
          assertThrows(Misuse.class, () -> READER.fromPicture(file, BUDGET));
        });
  }

  @Test
  void aPictureIsHalvedUntilItIsSmallWhateverItsShape() {
    GreyPicture strip = new GreyPicture(4_300_000, 2, new byte[8_600_000]);
    Views views = assertTimeoutPreemptively(BUDGET, () -> Views.of(strip, false));
    assertTrue(views.small().pixels() <= 2_100_000);
  }

  /** Two thousand five hundred marks: pairing every three of them would take minutes. */
  @Test
  void aPicturePaperedWithCornerMarksDoesNotHoldUpTheTill() {
    BufferedImage papered = new BufferedImage(1350, 1350, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 1350; y++) {
      for (int x = 0; x < 1350; x++) {
        int away = Math.max(Math.abs(x / 3 % 9 - 4), Math.abs(y / 3 % 9 - 4));
        papered.getRaster().setSample(x, y, 0, away == 4 || away == 2 ? 240 : 20);
      }
    }
    CodeFinding finding =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> CodePictures.read(papered, Duration.ZERO));
    assertFalse(finding instanceof CodeFinding.Read);
    BitMatrix marks = new BitMatrix(1350);
    for (int y = 0; y < 1350; y++) {
      for (int x = 0; x < 1350; x++) {
        if (papered.getRaster().getSample(x, y, 0) < 128) {
          marks.set(x, y);
        }
      }
    }
    assertTrue(CornerMarks.triples(marks, 1000).size() <= 220, "twelve marks make 220 threes");
  }

  /** Streaks along the bars once made 28 good digits of it, and not the ones that stood there. */
  @Test
  void barsThatAreWrongAlikeOnAllLinesAreNotBelieved() throws Exception {
    CodeFinding finding = CodePictures.read(harmed("bars-with-streaks.png"), BUDGET);
    assertFalse(finding instanceof CodeFinding.Read, finding.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aFewRowsOfBarsAreNoBarCode(int rows) throws Exception {
    BitMatrix modules =
        new Code128Writer().encode("1234567890123456789012345678", BarcodeFormat.CODE_128, 0, 1);
    int width = 3 * modules.getWidth();
    BufferedImage paper = new BufferedImage(width + 72, 481, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 481; y++) {
      for (int x = 0; x < width + 72; x++) {
        boolean bar = x >= 36 && x < width + 36 && modules.get((x - 36) / 3, 0);
        boolean row = Math.abs(y - 240) <= rows / 2;
        paper.getRaster().setSample(x, y, 0, bar && row ? 20 : 240);
      }
    }
    CodeFinding finding = CodePictures.read(paper, BUDGET);
    assertFalse(finding instanceof CodeFinding.Read, finding.toString());
  }

  /** A thumb over the middle: the code is seen, and only a better picture helps. */
  @Test
  void aCodeThatIsSeenAndCannotBeReadIsSaidToBeUnreadable() throws Exception {
    BufferedImage code = ImageIO.read(photo("qrcode-4__35.png").toFile());
    BufferedImage crossed = new BufferedImage(code.getWidth(), code.getHeight(), TYPE_INT_RGB);
    Graphics2D g = crossed.createGraphics();
    g.drawImage(code, 0, 0, null);
    g.setColor(Color.GRAY);
    g.fillRect(code.getWidth() / 2, code.getHeight() / 2, code.getWidth(), code.getHeight());
    g.dispose();
    assertEquals(Reason.UNREADABLE, refusal(save(crossed)));
  }

  @Test
  void barsThatSayNothingAreUnreadableToo() throws IOException {
    BufferedImage bars = new BufferedImage(400, 200, TYPE_INT_RGB);
    Graphics2D g = bars.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, 400, 200);
    g.setColor(Color.BLACK);
    Random random = new Random(20261124);
    for (int x = 60; x < 340; x += 3 + random.nextInt(9)) {
      g.fillRect(x, 50, 3, 100);
    }
    g.dispose();
    assertEquals(Reason.UNREADABLE, refusal(save(bars)));
  }

  /** Whatever a broken camera delivers, the answer is a refusal and never another failure. */
  @Test
  void noiseOfAnySizeIsAPictureWithoutACode() {
    Random random = new Random(20261120);
    for (int i = 0; i < 120; i++) {
      int width = 8 + random.nextInt(i < 60 ? 12 : 160);
      int height = 8 + random.nextInt(i < 60 ? 12 : 160);
      BufferedImage noise = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
      int grain = 1 + random.nextInt(6);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          boolean again = x % grain > 0 || y % grain > 0;
          int old = noise.getRGB(x - x % grain, y - y % grain);
          noise.setRGB(x, y, again ? old : random.nextInt());
        }
      }
      CredentialRefused refused =
          assertThrows(CredentialRefused.class, () -> READER.fromPicture(noise, BUDGET));
      assertEquals(Reason.NO_CODE_IN_PICTURE, refused.reason());
    }
  }

  @Test
  void aMissingFileIsTheCallersMistakeAndItsNameIsNotRepeated() {
    Path nowhere = folder.resolve("测试甲.png");
    SettlementException missing =
        assertThrows(Misuse.class, () -> READER.fromPicture(nowhere, BUDGET));
    assertFalse(missing.toString().contains("测试甲"));
    assertThrows(Misuse.class, () -> READER.fromPicture(folder, BUDGET));
  }

  @Test
  void aFileThatIsNoPictureIsTheCallersMistake() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "no picture");
    assertThrows(Misuse.class, () -> READER.fromPicture(text, BUDGET));
    Path empty = Files.createFile(folder.resolve("empty.png"));
    assertThrows(Misuse.class, () -> READER.fromPicture(empty, BUDGET));
  }

  @Test
  void aPictureThatBrokeOffIsToBeTakenAgain() throws Exception {
    byte[] whole = Files.readAllBytes(photo("qrcode-4__35.png"));
    Path half = folder.resolve("half.png");
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));
    DeviceFault fault = assertThrows(DeviceFault.class, () -> READER.fromPicture(half, BUDGET));
    assertEquals(DeviceFault.Kind.GARBLED_ANSWER, fault.kind());
    assertNull(fault.getCause());
  }

  @Test
  void aBrokenPictureOfAnyKindIsToBeTakenAgain() throws Exception {
    DeviceFault fault =
        assertThrows(DeviceFault.class, () -> READER.fromPicture(harmed("broken.bmp"), BUDGET));
    assertEquals(DeviceFault.Kind.GARBLED_ANSWER, fault.kind());
    assertNull(fault.getCause());
  }

  /** Twelve million points, and a code that is small on them. */
  @ParameterizedTest
  @EnumSource
  void aLargeCamerasPictureIsReadWhole(CodeFormat format) throws Exception {
    String code = "1234567890123456789012345678";
    BitMatrix modules =
        format == CodeFormat.QR_CODE
            ? new QRCodeWriter().encode(code, BarcodeFormat.QR_CODE, 75, 75)
            : new Code128Writer().encode(code, BarcodeFormat.CODE_128, 400, 80);
    BufferedImage desk = new BufferedImage(4000, 3000, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = desk.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(1000, 1000, 1600, 900);
    g.dispose();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        desk.setRGB(1600 + x, 1480 + y, modules.get(x, y) ? 0xFF202020 : 0xFFFFFFFF);
      }
    }
    assertEquals(code, READER.fromPicture(desk, BUDGET).text());
  }

  @Test
  void aSmallFileCannotClaimToBeHuge() throws Exception {
    byte[] png = Files.readAllBytes(photo("qrcode-6__1.png"));
    byte[] large = {0, 0, (byte) 0xFF, (byte) 0xFF};
    System.arraycopy(large, 0, png, 16, 4);
    System.arraycopy(large, 0, png, 20, 4);
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    for (int i = 0; i < 4; i++) {
      png[29 + i] = (byte) (crc.getValue() >> (24 - 8 * i));
    }
    Path huge = Files.write(folder.resolve("huge.png"), png);
    Misuse refused = assertThrows(Misuse.class, () -> READER.fromPicture(huge, BUDGET));
    assertEquals(true, refused.toString().contains("65535 x 65535"));
  }

  @Test
  void noStageBeginsAfterTheTimeIsUsedUpAndTheFirstIsAlwaysFinished() {
    assertEquals(List.of("first"), begun(Duration.ZERO));
    assertEquals(List.of("first", "second"), begun(Duration.ofNanos(2)));
    assertEquals(List.of("first", "second", "third"), begun(Duration.ofDays(9999)));
  }

  /** The clock moves by a nanosecond whenever it is looked at. */
  private static List<String> begun(Duration budget) {
    AtomicInteger looks = new AtomicInteger();
    List<String> begun = new ArrayList<>();
    List<Stage> stages =
        Stream.of("first", "second", "third")
            .map(name -> new Stage(name, (views, votes, left) -> notes(begun, name, left)))
            .toList();
    GreyPicture paper = GreyPicture.of(new BufferedImage(64, 64, TYPE_INT_RGB));
    assertEquals(
        new CodeFinding.NoCode(),
        PictureSearch.find(paper, budget, looks::incrementAndGet, stages));
    return begun;
  }

  private static Optional<Found> notes(List<String> begun, String name, Budget left) {
    begun.add(name);
    assertFalse(begun.size() == 1 && left.usedUp(), "the first stage is stopped by nothing");
    return Optional.empty();
  }

  private static Reason refusal(Path picture) {
    return assertThrows(CredentialRefused.class, () -> READER.fromPicture(picture, BUDGET))
        .reason();
  }

  private Path save(BufferedImage picture) throws IOException {
    Path file = folder.resolve("picture.png");
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  static Path photo(String name) throws URISyntaxException {
    return resource("photos/" + name);
  }

  private static Path harmed(String name) throws URISyntaxException {
    return resource("harmed/" + name);
  }

  private static Path resource(String name) throws URISyntaxException {
    URL url = Objects.requireNonNull(PicturesTest.class.getResource(name), name);
    return Path.of(url.toURI());
  }
}
