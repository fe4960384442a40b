package io.caresettle.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A download on its way: what is known of it, and the files that it is made of, beside the place
 * where it will be.
 */
final class Unfinished {

  private final Path folder;
  private final String name;
  private final Map<String, String> known = new TreeMap<>();

  private Unfinished(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** The one of this name, as far as it came; what cannot be read begins anew. */
  static Unfinished of(Path folder, String name) {
    Unfinished one = new Unfinished(folder, name.replaceAll("[^0-9A-Za-z._-]", "_"));
    try {
      Files.createDirectories(folder);
      if (Files.isRegularFile(one.progress())) {
        for (String line : Files.readAllLines(one.progress(), StandardCharsets.UTF_8)) {
          int equals = line.indexOf('=');
          if (equals > 0) {
            one.known.put(line.substring(0, equals), line.substring(equals + 1));
          }
        }
      }
    } catch (IOException e) {
      one.known.clear();
    }
    return one;
  }

  private Path progress() {
    return folder.resolve(name + ".progress");
  }

  /** A file of it that is not done; its name says what it is of. */
  Path part(String kind) {
    return folder.resolve(name + '.' + kind + ".part");
  }

  Optional<String> get(String key) {
    return Optional.ofNullable(known.get(key)).filter(value -> !value.isEmpty());
  }

  /** Keeps more of it, on the disk when this returns. */
  void keep(Map<String, String> more) {
    more.forEach((key, value) -> known.put(key, value.replace('\n', ' ').replace('\r', ' ')));
    StringBuilder text = new StringBuilder();
    known.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    Path beside = folder.resolve(name + ".progress.new");
    write(beside, text.toString().getBytes(StandardCharsets.UTF_8));
    move(beside, progress());
  }

  /** Writes a file and forces it to the disk. */
  static void write(Path file, byte[] bytes) {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("No room for " + file + ", or no leave to write there", e);
    }
    force(file);
  }

  static void force(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("The disk did not take " + file, e);
    }
  }

  /** Puts a part, which is on the disk, into its place; all that led to it goes. */
  Path done(Path part, String ending) {
    Path place = folder.resolve(name + ending);
    force(part);
    move(part, place);
    forget();
    return place;
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(to + " cannot be put into its place", e);
    }
  }

  /** The next call begins anew. */
  void forget() {
    known.clear();
    try {
      for (String kind : new String[] {"zip", "lines"}) {
        Files.deleteIfExists(part(kind));
      }
      Files.deleteIfExists(progress());
    } catch (IOException e) {
      throw new UncheckedIOException("What is left in " + folder + " cannot be deleted", e);
    }
  }
}
