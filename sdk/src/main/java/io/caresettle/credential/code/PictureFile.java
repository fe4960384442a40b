package io.caresettle.credential.code;

import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture on disk.
 *
 * <p>Messages leave the path out: institutions name camera pictures after patients.
 */
final class PictureFile {

  /** Far more than any camera at a counter; a small file can claim to be of any size. */
  private static final long MOST_PIXELS = 32_000_000;

  private PictureFile() {}

  /**
   * A picture as it was read.
   *
   * @param thinned whether points were left out because there were too many
   */
  record Taken(BufferedImage picture, boolean thinned) {}

  static Taken read(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Misuse(
          "There is no readable picture file at the given path: check the path and its rights");
    }
    try (ImageInputStream in = open(file)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new Misuse("The file is not a picture: give a PNG, JPEG, GIF or BMP file");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        checkSize(width, height);
        ImageReadParam how = reader.getDefaultReadParam();
        int every = every(width, height);
        how.setSourceSubsampling(every, every, 0, 0);
        return new Taken(reader.read(0, how), every > 1);
      } finally {
        reader.dispose();
      }
    } catch (Misuse e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Whatever a decoder stumbles over. Without its cause: it may name the file.
      throw new DeviceFault(
          DeviceFault.Kind.GARBLED_ANSWER,
          "The picture is damaged or broke off in the middle: take it again");
    }
  }

  /** Of so many points only one is kept, to each side: so much is not sought through anyway. */
  private static int every(long width, long height) {
    int every = 1;
    while (width / every * (height / every) > Views.MOST_PIXELS
        && Math.min(width, height) / (every + 1) >= GreyPicture.LEAST_SIDE) {
      every++;
    }
    return every;
  }

  private static ImageInputStream open(Path file) throws IOException {
    ImageInputStream in = ImageIO.createImageInputStream(file.toFile());
    if (in == null) {
      throw new IOException("No way to read this file");
    }
    return in;
  }

  private static void checkSize(int width, int height) {
    GreyPicture.checkSides(width, height);
    if ((long) width * height > MOST_PIXELS) {
      throw new Misuse(
          "The picture has " + width + " x " + height + " pixels: give one of at most 32 million");
    }
  }
}
