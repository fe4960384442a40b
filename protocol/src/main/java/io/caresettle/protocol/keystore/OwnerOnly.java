package io.caresettle.protocol.keystore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Writes files that hold keys: whole or not at all, readable by their owner alone, and one writer
 * after the other.
 */
final class OwnerOnly {

  /** The system's lock is one of processes; among the threads of this one these decide. */
  private static final ConcurrentMap<Path, Object> HERE = new ConcurrentHashMap<>();

  private OwnerOnly() {}

  /**
   * Does {@code work} while nobody else on this machine does any on {@code file}, and waits until
   * that is so. An empty file beside it, {@code .lock}, is what is locked; it stays.
   *
   * @throws KeyStoreUnavailable if the lock cannot be had
   */
  static <T> T alone(Path file, Supplier<T> work) {
    Path lock;
    try {
      lock = folder(file).toRealPath().resolve(file.getFileName() + ".lock");
    } catch (IOException e) {
      throw unwritable(file, e);
    }
    synchronized (HERE.computeIfAbsent(lock, path -> new Object())) {
      try (FileChannel channel =
          FileChannel.open(
              lock,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              permissions(file))) {
        FileLock held = channel.lock();
        try {
          return work.get();
        } finally {
          held.release();
        }
      } catch (IOException e) {
        throw unwritable(file, e);
      }
    }
  }

  /**
   * Puts {@code bytes} into {@code file}, in the place of what was there.
   *
   * @throws KeyStoreUnavailable if that is not possible; what was there is still there
   */
  static void write(Path file, byte[] bytes) {
    // A name that no other writer has: two that shared one would move each other's halves.
    Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
    try {
      try {
        fill(fresh, bytes, permissions(file));
        try {
          Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
          Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
    force(folder(file));
  }

  private static void fill(Path fresh, byte[] bytes, FileAttribute<?>[] permissions)
      throws IOException {
    try (FileChannel out =
        FileChannel.open(
            fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        out.write(left);
      }
      out.force(true);
    }
  }

  /** Without this a power cut may bring the old file back. */
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folder, and writes its names to the disk by itself.
    }
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  private static KeyStoreUnavailable unwritable(Path file, IOException cause) {
    return new KeyStoreUnavailable(
        KeyStoreUnavailable.Why.NO_FILE,
        "The file " + file + " cannot be written: look at its folder and the disk",
        cause);
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
