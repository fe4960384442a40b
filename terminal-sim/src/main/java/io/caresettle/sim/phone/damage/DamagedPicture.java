package io.caresettle.sim.phone.damage;

import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * A picture of a code that something is wrong with, and what it should be read as.
 *
 * @param number its place in its row, from 0
 * @param strength 1 mild to 3 strong
 */
public record DamagedPicture(
    int number, Shown shown, Damage damage, int strength, String text, BufferedImage picture) {

  /** What is shown. */
  public enum Shown {
    /** 28 digits in a QR code, as a national code would be. */
    QR_DIGITS,
    /** A test code of about 200 characters in a QR code. */
    QR_TEST_CODE,
    /** 28 digits in a Code 128 bar code. */
    CODE_128
  }

  /** Such as {@code 00042-code-128-moire-2.png}. */
  public String fileName() {
    String kind = shown.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return String.format(Locale.ROOT, "%05d-%s-%s-%d.png", number, kind, damage.word(), strength);
  }

  /** Leaves the text out. */
  @Override
  public String toString() {
    return "DamagedPicture[" + fileName() + "]";
  }
}
