package io.caresettle.protocol.keystore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A password that stands in the first line of a file, in UTF-8.
 *
 * <p>Where the system tells who may read a file, one that others may read is refused.
 */
public final class FilePassword implements PasswordSource {

  private static final int MOST_BYTES = 4096;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Path file;

  private FilePassword(Path file) {
    this.file = file;
  }

  /** The password in {@code file}. */
  public static FilePassword in(Path file) {
    return new FilePassword(file);
  }

  @Override
  public Password password(String store) {
    byte[] text = new byte[0];
    try (InputStream in = Files.newInputStream(file)) {
      if (isOpenToOthers()) {
        throw none(store, "others may read or change it: take their rights away (chmod 600)");
      }
      text = in.readNBytes(MOST_BYTES);
      Optional<Password> password = Password.firstLineOf(text);
      return password.orElseThrow(
          () -> none(store, "its first line is empty or no UTF-8: write the password there"));
    } catch (IOException e) {
      throw none(store, "it cannot be read: is the path right, and may this user read it?");
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  private boolean isOpenToOthers() throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
  }

  private KeyStoreUnavailable none(String store, String why) {
    return new KeyStoreUnavailable(
        KeyStoreUnavailable.Why.NO_PASSWORD,
        "The password file " + file + " for the key store " + store + " gives none: " + why);
  }

  @Override
  public String toString() {
    return "FilePassword[" + file + "]";
  }
}
