package io.caresettle.policy.author;

import io.caresettle.reading.Fault;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import io.caresettle.reading.ReadingFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads packs that inherit from one another: those above first. */
final class BookReader {

  private static final Pattern WORD = Pattern.compile("\"?([a-z0-9-]+)\"?(?: *#.*)?");

  private final Map<Place, Pack> read = new HashMap<>();
  private final Set<Place> refused = new HashSet<>();

  /** A text to read: from disk, or at hand. */
  record Source(String name, Optional<Path> path, String text) {

    static Source of(Path path) {
      return new Source(path.toString(), Optional.of(path), "");
    }

    /** The text, as far as it can be had at a glance. */
    String glance() {
      try {
        return path.isPresent() ? Files.readString(path.get()) : text;
      } catch (IOException e) {
        return "";
      }
    }

    <T> T read(Function<Mapping, Optional<T>> binder) {
      return path.isPresent() ? Reading.of(path.get(), binder) : Reading.of(name, text, binder);
    }
  }

  /**
   * What makes a pack the parent or child of another.
   *
   * @param scheme or the kind of a pack that is for all schemes
   */
  private record Place(String area, String topic, String scheme) {

    static final Place NOWHERE = new Place("", "", "");

    int depth() {
      return area.equals("000000") ? 0 : Parents.isParent(area) ? 1 : 2;
    }

    Place at(String other) {
      return new Place(other, topic, scheme);
    }
  }

  /** Every pack, or every fault of every one. */
  static List<Pack> readAll(List<Source> sources) {
    return new BookReader().all(sources);
  }

  /**
   * The packs of these files; parents that are not among them stand beside a file, or in one of the
   * two directories above.
   */
  static List<Pack> readFiles(List<Path> files) {
    List<Source> sources = new ArrayList<>(files.stream().map(Source::of).toList());
    Set<Path> known = new HashSet<>();
    files.forEach(file -> known.add(whole(file)));
    Map<Path, Map<Source, Place>> listed = new HashMap<>();
    for (Path file : files) {
      Place place = place(Source.of(file));
      if (!place.area().matches("\\d{6}") || place.depth() == 0) {
        continue;
      }
      Optional<Path> directory = Optional.ofNullable(whole(file).getParent());
      for (int up = 0; up < 3 && directory.isPresent(); up++) {
        listed
            .computeIfAbsent(directory.get(), BookReader::placesIn)
            .forEach(
                (near, at) -> {
                  if (isAbove(at, place) && known.add(whole(near.path().orElseThrow()))) {
                    sources.add(near);
                  }
                });
        directory = directory.map(Path::getParent);
      }
    }
    return readAll(sources);
  }

  private static Path whole(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private static Map<Source, Place> placesIn(Path directory) {
    Map<Source, Place> places = new LinkedHashMap<>();
    for (Path near : filesIn(directory, 1)) {
      places.put(Source.of(near), place(Source.of(near)));
    }
    return places;
  }

  /** The packs under a directory, in order. */
  static List<Path> filesIn(Path directory, int depth) {
    try (Stream<Path> files = Files.walk(directory, depth)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(ya?ml|json)") && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw nothingIn(directory, "a directory that cannot be listed");
    }
  }

  static ReadingFailed nothingIn(Path directory, String found) {
    return new ReadingFailed(
        List.of(new Fault(directory.toString(), 1, 1, "", found, "packs in YAML or JSON")));
  }

  private static boolean isAbove(Place above, Place below) {
    return above.depth() < below.depth()
        && (above.depth() == 0 || above.equals(below.at(province(below.area()))))
        && above.equals(below.at(above.area()));
  }

  private static String province(String area) {
    return area.substring(0, 2) + "0000";
  }

  private List<Pack> all(List<Source> sources) {
    List<Pack> packs = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    Map<Source, Place> places = new HashMap<>();
    // Where nothing can be inherited, one look is enough.
    if (sources.size() > 1) {
      sources.forEach(source -> places.put(source, place(source)));
    }
    List<Source> sorted = new ArrayList<>(sources);
    sorted.sort(Comparator.comparingInt(one -> places.getOrDefault(one, Place.NOWHERE).depth()));
    for (Source source : sorted) {
      Place place = places.getOrDefault(source, Place.NOWHERE);
      try {
        Parents parents = parents(place);
        Pack pack = source.read(mapping -> new PackBinder(mapping, parents).bind());
        packs.add(pack);
        if (parents.unread()) {
          refused.add(place);
        } else {
          read.putIfAbsent(place, pack);
        }
      } catch (ReadingFailed e) {
        faults.addAll(e.faults());
        refused.add(place);
      }
    }
    if (!faults.isEmpty()) {
      throw new ReadingFailed(faults);
    }
    return packs;
  }

  private Parents parents(Place place) {
    if (!place.area().matches("\\d{6}")) {
      return Parents.NONE;
    }
    for (String area : List.of(province(place.area()), "000000")) {
      Place above = place.at(area);
      if (above.depth() < place.depth()) {
        if (refused.contains(above)) {
          return new Parents(Optional.empty(), true);
        }
        if (read.containsKey(above)) {
          return new Parents(Optional.ofNullable(read.get(above)), false);
        }
      }
    }
    return Parents.NONE;
  }

  /** A glance that judges nothing: a file with faults tells them when it is read. */
  private static Place place(Source source) {
    List<String> words = new ArrayList<>();
    String text = source.glance();
    for (String key : List.of("area", "topic")) {
      atEdge(text, key).ifPresent(words::add);
    }
    atEdge(text, "scheme").or(() -> atEdge(text, "kind")).ifPresent(words::add);
    if (words.size() == 3) {
      return new Place(words.get(0), words.get(1), words.get(2));
    }
    try {
      return source.read(
          mapping -> {
            Map<String, Field> all = mapping.all();
            return Optional.of(
                new Place(
                    word(all, "area"),
                    word(all, "topic"),
                    word(all, all.containsKey("scheme") ? "scheme" : "kind")));
          });
    } catch (ReadingFailed e) {
      return Place.NOWHERE;
    }
  }

  /**
   * A key at the left edge with its plain or quoted word: as packs have it, and to be found without
   * composing the whole file, which takes as long as all else together.
   */
  private static Optional<String> atEdge(String text, String key) {
    String lines = '\n' + text;
    String head = '\n' + key + ": ";
    int at = lines.indexOf(head);
    if (at < 0) {
      return Optional.empty();
    }
    int end = lines.indexOf('\n', at + 1);
    String rest = lines.substring(at + head.length(), end < 0 ? lines.length() : end).strip();
    Matcher word = WORD.matcher(rest);
    return word.matches() ? Optional.of(word.group(1)) : Optional.empty();
  }

  private static String word(Map<String, Field> all, String key) {
    return Optional.ofNullable(all.get(key)).flatMap(Field::asWritten).orElse("");
  }
}
