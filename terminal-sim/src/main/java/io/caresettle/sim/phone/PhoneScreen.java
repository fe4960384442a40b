package io.caresettle.sim.phone;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * The screen of a phone that shows a code: a frame, a title bar, the QR code, and until when it is
 * valid.
 *
 * <p>It needs no display. Where the machine has no Chinese font, all is in English; where it has no
 * font at all, the code is shown without words.
 */
public final class PhoneScreen {

  /** Colours of the screen. */
  public enum Theme {
    LIGHT(new Color(0xF4F6F8), Color.WHITE, Color.BLACK),
    /** Light modules on a dark ground: a QR code turned inside out. */
    DARK(new Color(0x0B0E11), new Color(0x14181C), new Color(0xE8EAED));

    private final Color ground;
    private final Color paper;
    private final Color ink;

    Theme(Color ground, Color paper, Color ink) {
      this.ground = ground;
      this.paper = paper;
      this.ink = ink;
    }
  }

  /** Version 1 has no alignment pattern; readers then fail on a tilted picture. */
  private static final int SMALLEST_VERSION = 2;

  private static final int MODULE_PIXELS = 6;
  private static final int QUIET_MODULES = 4;
  private static final int MARGIN = 48;
  private static final int BAR = 84;
  private static final int FOOT = 120;
  private static final Color FRAME = new Color(0x3A3F44);
  private static final Color BAR_COLOUR = new Color(0x1565C0);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  static {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  private PhoneScreen() {}

  /** The screen as a picture. */
  public static BufferedImage draw(IssuedCode code, Theme theme) {
    return draw(code.text(), code.payload().expires(), theme);
  }

  /** The same for a code like the national one; the words on it say that it is none. */
  public static BufferedImage draw(NationalCodeIssuer.Issued code, Theme theme) {
    return draw(code.text(), code.expires(), theme);
  }

  private static BufferedImage draw(String text, Instant expires, Theme theme) {
    ByteMatrix modules = encode(text).getMatrix();
    int paper = (modules.getWidth() + 2 * QUIET_MODULES) * MODULE_PIXELS;
    int width = paper + 2 * MARGIN;
    int height = BAR + MARGIN + paper + FOOT;
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    try {
      g.setColor(FRAME);
      g.fillRect(0, 0, width, height);
      g.setColor(theme.ground);
      g.fillRoundRect(8, 8, width - 16, height - 16, 40, 40);
      g.setColor(BAR_COLOUR);
      g.fillRect(8, 28, width - 16, BAR - 28);
      drawCode(g, modules, theme, BAR + MARGIN / 2, paper);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      drawWordsIfThereAreFonts(g, expires, theme, width, BAR + MARGIN / 2 + paper);
    } finally {
      g.dispose();
    }
    return picture;
  }

  /**
   * Writes the screen as a PNG file.
   *
   * @throws IOException when the file cannot be written
   */
  public static void write(IssuedCode code, Theme theme, Path file) throws IOException {
    write(draw(code, theme), file);
  }

  /** As {@link #write(IssuedCode, Theme, Path)}. */
  public static void write(NationalCodeIssuer.Issued code, Theme theme, Path file)
      throws IOException {
    write(draw(code, theme), file);
  }

  private static void write(BufferedImage screen, Path file) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    if (!ImageIO.write(screen, "png", png)) {
      throw new IOException("This Java cannot write PNG pictures");
    }
    // Not by ImageIO: it prints a stack trace when a file cannot be opened.
    Files.write(file, png.toByteArray());
  }

  /** Level Q, because glare and thumbs happen, and never smaller than version 2. */
  static QRCode encode(String text) {
    try {
      QRCode code = Encoder.encode(text, ErrorCorrectionLevel.Q);
      return code.getVersion().getVersionNumber() >= SMALLEST_VERSION
          ? code
          : Encoder.encode(
              text, ErrorCorrectionLevel.Q, Map.of(EncodeHintType.QR_VERSION, SMALLEST_VERSION));
    } catch (WriterException e) {
      throw new IllegalArgumentException("This text does not fit into a QR code", e);
    }
  }

  private static void drawCode(Graphics2D g, ByteMatrix modules, Theme theme, int top, int paper) {
    g.setColor(theme.paper);
    g.fillRect(MARGIN, top, paper, paper);
    g.setColor(theme.ink);
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          g.fillRect(
              MARGIN + (x + QUIET_MODULES) * MODULE_PIXELS,
              top + (y + QUIET_MODULES) * MODULE_PIXELS,
              MODULE_PIXELS,
              MODULE_PIXELS);
        }
      }
    }
  }

  /** A machine without any font (slim containers) makes Java fail with errors: no words then. */
  private static void drawWordsIfThereAreFonts(
      Graphics2D g, Instant expires, Theme theme, int width, int bottomOfCode) {
    try {
      drawWords(g, expires, theme, width, bottomOfCode);
    } catch (InternalError | LinkageError noFonts) {
      // The code itself is drawn already, and it is all that a camera needs.
    }
  }

  private static void drawWords(
      Graphics2D g, Instant expires, Theme theme, int width, int bottomOfCode) {
    Font bold = new Font(Font.SANS_SERIF, Font.BOLD, 22);
    Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
    String until = TIME.format(expires);
    g.setColor(Color.WHITE);
    centre(g, bold, "CareSettle 测试码 TEST", "CareSettle TEST code", width, BAR - 20);
    g.setColor(theme.ink);
    centre(g, plain, "有效至 " + until, "valid until " + until, width, bottomOfCode + 36);
    centre(
        g, plain, "仅供测试，不是国家医保码", "for tests only, not a national code", width, bottomOfCode + 64);
  }

  private static void centre(
      Graphics2D g, Font font, String zh, String en, int width, int baseline) {
    String words = font.canDisplayUpTo(zh) == -1 ? zh : en;
    g.setFont(font);
    g.drawString(words, (width - g.getFontMetrics().stringWidth(words)) / 2, baseline);
  }
}
