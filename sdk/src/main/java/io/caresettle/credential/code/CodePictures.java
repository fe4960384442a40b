package io.caresettle.credential.code;

import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Reads what a QR code or a Code 128 bar code on a picture says, whatever it is.
 *
 * <p>This is for trying out cameras and pictures. A till asks {@link InsuranceCodeReader}, which
 * also says what the text is worth.
 */
public final class CodePictures {

  private CodePictures() {}

  /**
   * Looks at a picture in a file: PNG, JPEG, GIF or BMP, of at most 32 million points.
   *
   * @param budget how long to try once the file is read; the first attempt is always finished
   * @throws Misuse when the file is not there or is no picture
   * @throws DeviceFault when the picture broke off
   */
  public static CodeFinding read(Path file, Duration budget) {
    return read(PictureFile.read(file), budget);
  }

  /** Looks at a picture from a camera, as {@link #read(Path, Duration)}. */
  public static CodeFinding read(BufferedImage picture, Duration budget) {
    try {
      return PictureSearch.find(GreyPicture.of(picture), budget);
    } catch (NoClassDefFoundError e) {
      throw new Misuse("Reading codes from pictures needs com.google.zxing:core at run time", e);
    }
  }
}
