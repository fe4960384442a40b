package io.caresettle.credential.code;

import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Reads what a QR code or a Code 128 bar code on a picture says, whatever it is.
 *
 * <p>This is for trying out cameras and pictures. A till asks {@link InsuranceCodeReader}, which
 * also says what the text is worth.
 */
public final class CodePictures {

  private CodePictures() {}

  /**
   * Looks at a picture in a file: PNG, JPEG, GIF or BMP, of at most 32 million points and of 8 to
   * 20,000 on each side.
   *
   * @param budget how long to try once the file is read; the first attempt is always finished
   * @throws Misuse when the file is not there, is no picture, or is one of another size or too
   *     large for this machine's memory
   * @throws DeviceFault when the picture is damaged or broke off
   */
  public static CodeFinding read(Path file, Duration budget) {
    return seeking(
        () -> {
          PictureFile.Taken taken = PictureFile.read(file);
          return PictureSearch.find(GreyPicture.of(taken.picture()), taken.thinned(), budget);
        });
  }

  /** Looks at a picture from a camera, as {@link #read(Path, Duration)}. */
  public static CodeFinding read(BufferedImage picture, Duration budget) {
    return seeking(() -> PictureSearch.find(GreyPicture.of(picture), false, budget));
  }

  private static CodeFinding seeking(Supplier<CodeFinding> search) {
    try {
      return search.get();
    } catch (NoClassDefFoundError e) {
      throw new Misuse("Reading codes from pictures needs com.google.zxing:core at run time", e);
    } catch (OutOfMemoryError e) {
      throw new Misuse(
          "The picture is too large for this machine's memory: give a smaller one, or the program"
              + " more memory");
    }
  }
}
