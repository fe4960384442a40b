package io.caresettle.tool;

import io.caresettle.problem.Misuse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files that commands are given, and files that they write. */
final class InputFile {

  /** Longer than any file of this tool: a revocation list as PEM has half of it. */
  static final int MOST_BYTES = 4 << 20;

  private InputFile() {}

  /** The bytes of {@code file}. */
  static byte[] bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Misuse(
            file
                + ": 文件过大 found more than "
                + MOST_BYTES
                + " bytes, expected a certificate, a list or evidence: name the right file");
      }
      return bytes;
    } catch (IOException e) {
      throw new Misuse(
          file
              + ": 无法读取 found no file that can be read, expected one: is the path right, and may"
              + " this user read it?");
    }
  }

  static String text(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  /** Refuses a name under which there is nothing: a store that is not there is not made. */
  static void requireThere(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new Misuse(file + ": 文件不存在 found no file, expected one: name the right one");
    }
  }

  /** Refuses a file that exists: what is in it may be needed. */
  static void requireNone(Path file) {
    if (Files.exists(file)) {
      throw new Misuse(
          file + ": 文件已存在 found a file already, expected none: move it or name another one");
    }
  }

  /** Writes a new file of public text. */
  static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a new file that anybody may see. */
  static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      requireNone(file);
    } catch (IOException e) {
      throw new Misuse(file + ": 无法写入 it cannot be written: look at its folder and the disk", e);
    }
  }
}
