package io.caresettle.sim.phone.damage;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.caresettle.credential.code.CodePayload;
import io.caresettle.sim.phone.damage.DamagedPicture.Shown;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pictures of codes as cameras at counters take them: seventeen kinds of damage in three strengths,
 * the same ones for the same seed on every machine.
 *
 * <p>Kinds, strengths and contents go round, so that any 153 pictures in a row hold each of them
 * once. The test codes among them are signed by nobody: these pictures are for reading, not for
 * settling.
 */
public final class DamagedPictures {

  private static final List<Shown> SHOWN = List.of(Shown.values());
  private static final List<Damage> DAMAGE = List.of(Damage.values());
  private static final int STRENGTHS = 3;
  private static final double PAPER = 240;
  private static final double INK = 25;

  private final long seed;

  public DamagedPictures(long seed) {
    this.seed = seed;
  }

  /** The first {@code count} of them, each made when it is asked for. */
  public Stream<DamagedPicture> first(int count) {
    return IntStream.range(0, count).mapToObj(this::picture);
  }

  /** One of them, alone. */
  public DamagedPicture picture(int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    Shown shown = SHOWN.get(number % SHOWN.size());
    Damage damage = DAMAGE.get(number / SHOWN.size() % DAMAGE.size());
    int strength = 1 + number / (SHOWN.size() * DAMAGE.size()) % STRENGTHS;
    String text = shown == Shown.QR_TEST_CODE ? testCode(random) : digits(random);
    BitMatrix modules = modules(shown, text, random);
    int module = 3 + random.nextInt(4);
    Canvas clean = drawn(modules, shown, module, random);
    double wide = (double) modules.getWidth() * module;
    double high = shown == Shown.CODE_128 ? barHeight(modules, module) : wide;
    Harm.Place place =
        new Harm.Place((clean.width - wide) / 2, (clean.height - high) / 2, wide, high);
    Canvas damaged = new Harm(random, module, place).done(clean, damage, strength);
    return new DamagedPicture(number, shown, damage, strength, text, damaged.picture());
  }

  private static String digits(SplittableRandom random) {
    StringBuilder digits = new StringBuilder();
    random.ints(28, 0, 10).forEach(digits::append);
    return digits.toString();
  }

  private static String testCode(SplittableRandom random) {
    byte[] bytes = new byte[16 + 8 + 64];
    random.nextBytes(bytes);
    HexFormat hex = HexFormat.of();
    Instant from = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000));
    return new CodePayload(
            "TEST0001",
            hex.formatHex(bytes, 0, 16),
            from,
            from.plusSeconds(60),
            hex.formatHex(bytes, 16, 24))
        .text(Arrays.copyOfRange(bytes, 24, bytes.length));
  }

  private static BitMatrix modules(Shown shown, String text, SplittableRandom random) {
    try {
      if (shown == Shown.CODE_128) {
        return new Code128Writer()
            .encode(text, BarcodeFormat.CODE_128, 0, 1, Map.of(EncodeHintType.MARGIN, 0));
      }
      ErrorCorrectionLevel level =
          random.nextBoolean() ? ErrorCorrectionLevel.M : ErrorCorrectionLevel.Q;
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, level));
    } catch (WriterException e) {
      throw new IllegalArgumentException("This text fits into no code", e);
    }
  }

  private static double barHeight(BitMatrix modules, int module) {
    return modules.getWidth() * module * 0.28;
  }

  /** On paper with a margin, and something grey around it. */
  private static Canvas drawn(BitMatrix modules, Shown shown, int module, SplittableRandom random) {
    int wide = modules.getWidth() * module;
    int high = shown == Shown.CODE_128 ? (int) barHeight(modules, module) : wide;
    int quiet = (shown == Shown.CODE_128 ? 12 : 5) * module;
    int around = 10 * module + random.nextInt(60);
    int width = wide + 2 * (quiet + around);
    int height = high + 2 * (quiet + around);
    double ground = 60 + random.nextInt(120);
    Canvas canvas = new Canvas(width, height);
    int left = quiet + around;
    int top = quiet + around;
    return canvas.lit(
        (x, y, level) -> {
          boolean paper = x >= around && y >= around && x < width - around && y < height - around;
          boolean code = x >= left && y >= top && x < left + wide && y < top + high;
          if (!code) {
            return paper ? PAPER : ground;
          }
          int row = shown == Shown.CODE_128 ? 0 : (y - top) / module;
          return modules.get((x - left) / module, row) ? INK : PAPER;
        });
  }
}
