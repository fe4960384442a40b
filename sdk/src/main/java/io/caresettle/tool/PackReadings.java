package io.caresettle.tool;

import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.MalformedPack;
import io.caresettle.policy.plan.CareType;
import io.caresettle.reading.Fault;
import io.caresettle.reading.ReadingFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Packs of several files and directories, each read as far as it can be. */
final class PackReadings {

  /**
   * One file.
   *
   * @param pack empty where it has faults, or serves nobody itself
   */
  record One(String name, Optional<CompiledPack> pack, List<Fault> faults) {}

  private final Map<String, One> all = new LinkedHashMap<>();

  private PackReadings() {}

  static PackReadings of(List<Path> paths) {
    PackReadings readings = new PackReadings();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        readings.directory(path);
      } else {
        readings.file(path);
      }
    }
    readings.refuseTwo();
    return readings;
  }

  List<One> all() {
    return List.copyOf(all.values());
  }

  private void directory(Path directory) {
    List<Path> files = PackFile.in(directory);
    try {
      List<CompiledPack> packs = PolicyBook.load(directory).packs();
      files.forEach(file -> put(file, own(file, packs), List.of()));
    } catch (ReadingFailed e) {
      if (files.isEmpty()) {
        put(directory, Optional.empty(), e.faults());
      }
      for (Path file : files) {
        List<Fault> faults =
            e.faults().stream().filter(fault -> fault.file().equals(file.toString())).toList();
        put(file, faults.isEmpty() ? alone(file) : Optional.empty(), faults);
      }
    }
  }

  /** The pack of a file whose neighbours have faults; none where its parent is among those. */
  private static Optional<CompiledPack> alone(Path file) {
    try {
      return own(file, PolicyBook.load(file).packs());
    } catch (ReadingFailed e) {
      return Optional.empty();
    }
  }

  private void file(Path file) {
    try {
      put(
          file,
          PackFile.isCompiled(file)
              ? Optional.of(PackFile.compiled(file))
              : own(file, PolicyBook.load(file).packs()),
          List.of());
    } catch (ReadingFailed e) {
      put(file, Optional.empty(), e.faults());
    } catch (MalformedPack e) {
      put(file, Optional.empty(), List.of(fault(file, e)));
    }
  }

  private static Fault fault(Path file, MalformedPack malformed) {
    return new Fault(
        file.toString(),
        1,
        1,
        malformed.place(),
        String.valueOf(malformed.getMessage()),
        "what pack compile wrote");
  }

  /** What a file holds itself, among packs that were read along with it. */
  private static Optional<CompiledPack> own(Path file, List<CompiledPack> packs) {
    return packs.stream().filter(pack -> pack.id().file().equals(file.toString())).findFirst();
  }

  private void put(Path file, Optional<CompiledPack> pack, List<Fault> faults) {
    all.putIfAbsent(
        file.toAbsolutePath().normalize().toString(), new One(file.toString(), pack, faults));
  }

  /** On no day may two packs serve the same care: nobody could say which of them holds. */
  private void refuseTwo() {
    List<One> ones = all();
    for (int i = 0; i < ones.size(); i++) {
      List<Fault> faults = new ArrayList<>(ones.get(i).faults());
      for (int j = 0; j < i; j++) {
        if (ones.get(i).pack().isPresent() && ones.get(j).pack().isPresent()) {
          faults.addAll(between(ones.get(i), ones.get(j)));
        }
      }
      One one = ones.get(i);
      all.replaceAll((key, old) -> old.equals(one) ? new One(one.name(), one.pack(), faults) : old);
    }
  }

  private static List<Fault> between(One later, One earlier) {
    CompiledPack pack = later.pack().orElseThrow();
    CompiledPack other = earlier.pack().orElseThrow();
    boolean apart =
        pack.to().map(other.from()::isAfter).orElse(false)
            || other.to().map(pack.from()::isAfter).orElse(false);
    List<Fault> faults = new ArrayList<>();
    if (apart
        || pack.header().kind() != other.header().kind()
        || !pack.id().area().equals(other.id().area())) {
      return faults;
    }
    if (pack.header().isEntitlement()) {
      faults.add(
          new Fault(
              later.name(),
              1,
              1,
              "topic",
              "entitlement on days that " + earlier.name() + " serves, too",
              "one pack about entitlement for each area and day"));
    }
    if (pack.scheme() == other.scheme()) {
      for (CareType care : CareType.values()) {
        if (pack.care().contains(care) && other.care().contains(care)) {
          faults.add(
              new Fault(
                  later.name(),
                  1,
                  1,
                  "care",
                  "'"
                      + care.name().toLowerCase(Locale.ROOT).replace('_', '-')
                      + "' on days that "
                      + earlier.name()
                      + " serves, too",
                  "one pack for each kind of care and day"));
        }
      }
    }
    return faults;
  }
}
