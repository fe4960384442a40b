package io.caresettle.policy.signed;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.plan.PackId;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The signed packs of a till, in a directory of its own: for each area and topic the one in force,
 * the one before, and the last one that was withdrawn. One program at a time may change it.
 *
 * <p>Each file is replaced whole. A crash on the way leaves the pack in force as it was.
 */
public final class InstalledPacks {

  private static final String CURRENT = ".pack";
  private static final String PREVIOUS = ".previous";
  private static final String WITHDRAWN = ".withdrawn";

  private final Path directory;
  private final Sm2PublicKey issuer;
  private final PackProfile profile;

  /**
   * @param directory made when it is missing
   */
  public InstalledPacks(Path directory, Sm2PublicKey issuer, PackProfile profile) {
    this.directory = directory;
    this.issuer = issuer;
    this.profile = profile;
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make " + directory, e);
    }
  }

  /**
   * Takes a pack; the one in force until now becomes the one before.
   *
   * @throws PackRefused unless it is signed, fit for the profile, and above every version seen of
   *     its area and topic
   */
  public synchronized CompiledPack install(byte[] signed) {
    SignedPack offered = SignedPack.open(signed, issuer);
    PackId id = offered.pack().id();
    profile.check(offered.pack());
    for (String kind : List.of(CURRENT, PREVIOUS, WITHDRAWN)) {
      Optional<SignedPack> seen = read(file(id.area(), id.topic(), kind));
      if (seen.isPresent() && seen.get().version() >= offered.version()) {
        throw new PackRefused(
            id.toString(),
            List.of(
                "version "
                    + offered.version()
                    + ", where version "
                    + seen.get().version()
                    + " was here already: expected a higher one"));
      }
    }
    Path current = file(id.area(), id.topic(), CURRENT);
    read(current)
        .ifPresent(before -> replace(file(id.area(), id.topic(), PREVIOUS), before.bytes()));
    replace(current, offered.bytes());
    return offered.pack();
  }

  /**
   * Puts the pack before back in force, and withdraws the one that is; empty, with no change, where
   * there is none before.
   */
  public synchronized Optional<CompiledPack> goBack(String area, String topic) {
    Path current = file(area, topic, CURRENT);
    Path previous = file(area, topic, PREVIOUS);
    Optional<SignedPack> before = read(previous);
    if (before.isPresent()) {
      profile.check(before.get().pack());
      read(current).ifPresent(pack -> replace(file(area, topic, WITHDRAWN), pack.bytes()));
      try {
        Files.move(
            previous, current, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot put back " + previous, e);
      }
    }
    return before.map(SignedPack::pack);
  }

  /**
   * All packs in force.
   *
   * @throws PackRefused when a file was altered, or is not fit for the profile
   */
  public synchronized List<CompiledPack> packs() {
    try (Stream<Path> files = Files.list(directory)) {
      List<CompiledPack> packs =
          files
              .filter(file -> file.toString().endsWith(CURRENT))
              .sorted()
              .flatMap(file -> read(file).stream())
              .map(SignedPack::pack)
              .toList();
      packs.forEach(profile::check);
      return packs;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + directory, e);
    }
  }

  private Path file(String area, String topic, String kind) {
    // Both come from a checked header or must look like one, for they become a name on the disk.
    if (!area.matches("\\d{6}|test") || !topic.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException(
          "Expected an area and a topic, found " + area + '/' + topic);
    }
    return directory.resolve(area + '-' + topic + kind);
  }

  private Optional<SignedPack> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(SignedPack.open(Files.readAllBytes(file), issuer))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    } catch (PackRefused e) {
      throw new PackRefused(file.toString(), e.reasons());
    }
  }

  private void replace(Path file, byte[] bytes) {
    Path fresh = directory.resolve(file.getFileName() + ".new");
    try {
      try (FileChannel out =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        out.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
