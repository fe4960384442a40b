package io.caresettle.credential.code;

import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
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

  static BufferedImage read(Path file) {
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
        checkSize(reader.getWidth(0), reader.getHeight(0));
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      // Without its cause: it may name the file.
      throw new DeviceFault(
          DeviceFault.Kind.GARBLED_ANSWER,
          "The picture is damaged or broke off in the middle: take it again");
    }
  }

  private static ImageInputStream open(Path file) throws IOException {
    ImageInputStream in = ImageIO.createImageInputStream(file.toFile());
    if (in == null) {
      throw new IOException("No way to read this file");
    }
    return in;
  }

  private static void checkSize(long width, long height) {
    if (width * height > MOST_PIXELS) {
      throw new Misuse(
          "The picture has " + width + " x " + height + " pixels: give one of at most 32 million");
    }
  }
}
