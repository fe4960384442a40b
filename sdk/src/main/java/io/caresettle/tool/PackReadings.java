package io.caresettle.tool;

import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.MalformedPack;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.PackId;
import io.caresettle.reading.Fault;
import io.caresettle.reading.ReadingFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
   * @param book what was read along with it, its parents among them; empty of a compiled one
   */
  record One(
      String name, Optional<CompiledPack> pack, Optional<PolicyBook> book, List<Fault> faults) {

    /** The parent that it was read with. */
    Optional<PackId> parent() {
      return book.flatMap(read -> pack.flatMap(one -> read.parentOf(one.id())));
    }
  }

  private final Map<String, One> all = new LinkedHashMap<>();

  private PackReadings() {}

  static PackReadings of(List<Path> paths, LocalDate today) {
    PackReadings readings = new PackReadings();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        readings.directory(path);
      } else {
        readings.file(path);
      }
    }
    readings.refuseToCome(today);
    readings.refuseTwo();
    return readings;
  }

  List<One> all() {
    return List.copyOf(all.values());
  }

  private void directory(Path directory) {
    List<Path> files = PackFile.in(directory);
    try {
      PolicyBook book = PolicyBook.load(directory);
      files.forEach(file -> put(file, Optional.of(book), List.of()));
    } catch (ReadingFailed e) {
      Map<String, List<Fault>> byFile = new LinkedHashMap<>();
      files.forEach(file -> byFile.put(file.toString(), new ArrayList<>()));
      // Parents above the directory were read along with it, and may have faults of their own.
      e.faults()
          .forEach(
              fault -> byFile.computeIfAbsent(fault.file(), name -> new ArrayList<>()).add(fault));
      byFile.forEach(
          (name, faults) ->
              put(
                  Path.of(name),
                  faults.isEmpty() ? alone(Path.of(name)) : Optional.empty(),
                  faults));
    }
  }

  /** What holds a file whose neighbours have faults; none where its parent is among those. */
  private static Optional<PolicyBook> alone(Path file) {
    try {
      return Optional.of(PolicyBook.load(file));
    } catch (ReadingFailed e) {
      return Optional.empty();
    }
  }

  private void file(Path file) {
    try {
      if (PackFile.isCompiled(file)) {
        Optional<CompiledPack> pack = Optional.of(PackFile.compiled(file));
        put(new One(file.toString(), pack, Optional.empty(), List.of()));
      } else {
        put(file, Optional.of(PolicyBook.load(file)), List.of());
      }
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
  private void put(Path file, Optional<PolicyBook> book, List<Fault> faults) {
    String name = file.toString();
    Optional<CompiledPack> own =
        book.flatMap(
            all -> all.packs().stream().filter(p -> p.id().file().equals(name)).findFirst());
    put(new One(name, own, book, faults));
  }

  private void put(One one) {
    all.putIfAbsent(Path.of(one.name()).toAbsolutePath().normalize().toString(), one);
  }

  /** Nobody has looked at a pack, or decided anything in it, on a day that is to come. */
  private void refuseToCome(LocalDate today) {
    for (One one : all()) {
      if (one.book().isPresent() && one.faults().isEmpty()) {
        List<Fault> faults = PackDays.faults(Path.of(one.name()), today);
        One judged = new One(one.name(), one.pack(), one.book(), faults);
        all.replaceAll((key, old) -> old.equals(one) ? judged : old);
      }
    }
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
      One judged = new One(one.name(), one.pack(), one.book(), faults);
      all.replaceAll((key, old) -> old.equals(one) ? judged : old);
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
