package io.caresettle.policy.signed;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.PolicyOrder;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The signed packs of a till, in a directory of its own: for each area and topic the one in force,
 * the one before, and the last one that was withdrawn; and the emergency orders that go before
 * them. One program at a time may change it.
 *
 * <p>Each file is replaced whole. A crash on the way leaves the pack in force as it was.
 */
public final class InstalledPacks {

  private static final String CURRENT = ".pack";
  private static final String PREVIOUS = ".previous";
  private static final String WITHDRAWN = ".withdrawn";
  private static final String ORDER = ".order";
  private static final String ORDER_WITHDRAWN = ".order-withdrawn";

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
   * @throws PackRefused unless it is signed, fit for the profile, above every version seen of its
   *     area and topic, and for no care and day that another topic's pack serves
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
    refuseClash(offered.pack());
    Path current = file(id.area(), id.topic(), CURRENT);
    read(current)
        .ifPresent(before -> replace(file(id.area(), id.topic(), PREVIOUS), before.bytes()));
    replace(current, offered.bytes());
    return offered.pack();
  }

  /** Two packs for one bill would leave it without an answer: the till keeps the one it has. */
  private void refuseClash(CompiledPack offered) {
    List<String> clashes = new ArrayList<>();
    for (CompiledPack installed : packs()) {
      if (!installed.id().topic().equals(offered.id().topic())
          && offered.header().clashesWith(installed.header())) {
        clashes.add(
            offered.id()
                + " is for care and days that "
                + installed.id()
                + " serves: sign it as the next version of the topic '"
                + installed.id().topic()
                + "' to take its place, or with days that do not meet; where "
                + installed.id()
                + " is the wrong one, take it back first with pack go-back "
                + installed.id().area()
                + ' '
                + installed.id().topic());
      }
    }
    if (!clashes.isEmpty()) {
      throw new PackRefused(offered.id().toString(), clashes);
    }
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
      move(previous, current);
    }
    return before.map(SignedPack::pack);
  }

  /**
   * All packs in force.
   *
   * @throws PackRefused when a file was altered, or is not fit for the profile
   */
  public synchronized List<CompiledPack> packs() {
    List<CompiledPack> packs =
        files(CURRENT).stream().flatMap(file -> read(file).stream()).map(SignedPack::pack).toList();
    packs.forEach(profile::check);
    return packs;
  }

  /**
   * Takes an emergency order (R-SCOPE-12); it serves on its own days, and needs no restart: make a
   * book of {@link #packs} and {@link #orders} anew and give it to the terminal.
   *
   * @throws PackRefused unless it is signed, fit for the profile, and above every version seen of
   *     its area and topic
   */
  public synchronized PolicyOrder installOrder(byte[] signed) {
    SignedOrder offered = SignedOrder.open(signed, issuer);
    PackId id = offered.order().pack().id();
    profile.check(offered.order().pack());
    for (String kind : List.of(ORDER, ORDER_WITHDRAWN)) {
      Optional<SignedOrder> seen = readOrder(file(id.area(), id.topic(), kind));
      if (seen.isPresent() && seen.get().order().pack().id().version() >= id.version()) {
        throw new PackRefused(
            id.toString(),
            List.of(
                "version "
                    + id.version()
                    + ", where version "
                    + seen.get().order().pack().id().version()
                    + " was here already: expected a higher one"));
      }
    }
    replace(file(id.area(), id.topic(), ORDER), offered.bytes());
    return offered.order();
  }

  /**
   * Withdraws an order; the ordinary pack serves again. Empty, with no change, where there is none.
   */
  public synchronized Optional<PolicyOrder> withdrawOrder(String area, String topic) {
    Path current = file(area, topic, ORDER);
    Optional<SignedOrder> order = readOrder(current);
    if (order.isPresent()) {
      move(current, file(area, topic, ORDER_WITHDRAWN));
    }
    return order.map(SignedOrder::order);
  }

  /**
   * All orders that were taken and not withdrawn, whether they serve today or not.
   *
   * @throws PackRefused when a file was altered, or is not fit for the profile
   */
  public synchronized List<PolicyOrder> orders() {
    List<PolicyOrder> orders =
        files(ORDER).stream()
            .flatMap(file -> readOrder(file).stream())
            .map(SignedOrder::order)
            .toList();
    orders.forEach(order -> profile.check(order.pack()));
    return orders;
  }

  private List<Path> files(String kind) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(kind)).sorted().toList();
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
    return bytes(file).map(bytes -> opened(file, () -> SignedPack.open(bytes, issuer)));
  }

  private Optional<SignedOrder> readOrder(Path file) {
    return bytes(file).map(bytes -> opened(file, () -> SignedOrder.open(bytes, issuer)));
  }

  private static <T> T opened(Path file, Supplier<T> open) {
    try {
      return open.get();
    } catch (PackRefused e) {
      throw new PackRefused(file.toString(), e.reasons());
    }
  }

  private static Optional<byte[]> bytes(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot put " + from + " in place of " + to, e);
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
      move(fresh, file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
