package io.caresettle.protocol.keystore;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that hold keys: whole or not at all, and readable by their owner alone. */
final class OwnerOnly {

  private OwnerOnly() {}

  /**
   * Puts {@code bytes} into {@code file}, in the place of what was there.
   *
   * @throws KeyStoreUnavailable if that is not possible; what was there is still there
   */
  static void write(Path file, byte[] bytes) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, permissions(file));
      try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
        out.write(bytes);
        out.getFD().sync();
      }
      try {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new KeyStoreUnavailable(
          KeyStoreUnavailable.Why.NO_FILE,
          "The file " + file + " cannot be written: look at its folder and the disk",
          e);
    }
  }

  private static FileAttribute<?>[] permissions(Path file) {
    // Windows gives a file the rights of its folder; the installer has to see to those.
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
