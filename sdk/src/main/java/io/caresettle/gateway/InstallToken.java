package io.caresettle.gateway;

import io.caresettle.problem.Misuse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/** This installation's token: whoever can read its file may call. It never prints itself. */
final class InstallToken {

  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final byte[] text;

  private InstallToken(byte[] text) {
    this.text = text;
  }

  /**
   * The token in {@code file}; a new one is made where there is no file.
   *
   * @throws Misuse when others may read it, it holds no token, or it cannot be read or made
   */
  static InstallToken in(Path file, SecureRandom random) {
    try {
      make(file, random);
      return new InstallToken(read(file));
    } catch (IOException e) {
      throw new Misuse(
          "token: " + file + " cannot be read or made: look at its folder and its rights", e);
    }
  }

  private static void make(Path file, SecureRandom random) throws IOException {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    byte[] text = Base64.getUrlEncoder().withoutPadding().encode(secret);
    try (FileChannel out =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights(file))) {
      ByteBuffer left = ByteBuffer.wrap(text);
      while (left.hasRemaining()) {
        out.write(left);
      }
      out.force(true);
    } catch (FileAlreadyExistsException there) {
      // Made at an earlier start.
      return;
    }
  }

  private static byte[] read(Path file) throws IOException {
    if (knowsRights(file) && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
      throw new Misuse(
          "token: found that others may use "
              + file
              + ", expected its owner alone: take their rights away (chmod 600), or delete it for a"
              + " new one");
    }
    String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
    if (!text.matches("[0-9A-Za-z_-]{32,128}")) {
      throw new Misuse(
          "token: found no token in "
              + file
              + ", expected 32 to 128 letters, digits, dashes and underscores: delete it, and a new"
              + " one is made");
    }
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Takes the same time whatever was shown. */
  boolean is(String shown) {
    return MessageDigest.isEqual(text, shown.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean knowsRights(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] rights(Path file) {
    // Windows gives a file the rights of its folder; the installer has to see to those.
    return knowsRights(file)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)}
        : new FileAttribute<?>[0];
  }

  @Override
  public String toString() {
    return "InstallToken[hidden]";
  }
}
