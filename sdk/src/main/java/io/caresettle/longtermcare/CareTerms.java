package io.caresettle.longtermcare;

import io.caresettle.money.Rate;
import io.caresettle.money.Rounding;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What each area says of its long-term-care fund, by date: what the fund pays, and how long a
 * suspension may last. A terminal estimates with it and warns by it; the centre decides.
 */
public final class CareTerms {

  private static final int WHOLE = 10_000;
  private static final Map<String, Rounding> ROUNDINGS =
      Map.of("half-up", Rounding.HALF_UP, "down", Rounding.DOWN, "up", Rounding.UP);
  private static final CareTerms SHIPPED = ofText("longtermcare/terms.yaml", shippedText());

  /** How many months a suspension may last (SH 62), both bounds included. */
  public record Bounds(int leastMonths, int mostMonths, String source) {}

  private record Area(
      NavigableMap<LocalDate, CareShare> shares, NavigableMap<LocalDate, Bounds> bounds) {}

  private final Map<String, Area> areas;

  private CareTerms(Map<String, Area> areas) {
    this.areas = Map.copyOf(areas);
  }

  /** What comes with the library. */
  public static CareTerms shipped() {
    return SHIPPED;
  }

  /**
   * Terms as a file writes them.
   *
   * @throws io.caresettle.reading.ReadingFailed with every fault of the file
   */
  static CareTerms ofText(String file, String text) {
    return Reading.of(file, text, CareTerms::bind);
  }

  private static String shippedText() {
    try (InputStream in = CareTerms.class.getResourceAsStream("/longtermcare/terms.yaml")) {
      if (in == null) {
        throw new IllegalStateException("The terms of long-term care are missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the fund of {@code area} pays of a visit that begins on {@code day}. */
  public CareShare share(String area, LocalDate day) {
    return find(area)
        .flatMap(known -> Optional.ofNullable(known.shares().floorEntry(day)))
        .map(Map.Entry::getValue)
        .orElseGet(() -> CareShare.NotPublished.by(""));
  }

  /** How long a suspension that begins on {@code day} may last there; empty where no text says. */
  public Optional<Bounds> suspension(String area, LocalDate day) {
    return find(area)
        .flatMap(known -> Optional.ofNullable(known.bounds().floorEntry(day)))
        .map(Map.Entry::getValue);
  }

  private Optional<Area> find(String area) {
    return Optional.ofNullable(areas.get(area));
  }

  private static Optional<CareTerms> bind(Mapping top) {
    Map<String, Area> areas = new HashMap<>();
    for (Field field : top.required("areas").list()) {
      field.mapping().ifPresent(mapping -> area(mapping, areas));
    }
    return Optional.of(new CareTerms(areas));
  }

  private static void area(Mapping mapping, Map<String, Area> areas) {
    Field code = mapping.required("area");
    Optional<Mapping> names = mapping.required("names").mapping();
    names.ifPresent(
        both -> {
          both.required("zh").text();
          both.required("en").text();
        });
    boolean fictitious = mapping.optional("fictitious").truth().orElse(false);
    Area area = new Area(new TreeMap<>(), new TreeMap<>());
    for (Field entry : mapping.required("fund-share").list()) {
      dated(entry, area.shares(), one -> share(one, fictitious));
    }
    for (Field entry : mapping.optional("suspension").list()) {
      dated(entry, area.bounds(), CareTerms::bounds);
    }
    code.text()
        .filter(known -> areas.put(known, area) != null)
        .ifPresent(twice -> code.fault("'" + twice + "' again", "each area once"));
  }

  /** Makes something of one entry of a dated series. */
  private interface Binder<T> {
    Optional<T> bind(Mapping entry);
  }

  private static <T> void dated(Field field, NavigableMap<LocalDate, T> series, Binder<T> binder) {
    Optional<Mapping> entry = field.mapping();
    if (entry.isEmpty()) {
      return;
    }
    Field from = entry.get().required("from");
    Optional<LocalDate> day = from.date();
    Optional<T> value = binder.bind(entry.get());
    if (day.isPresent() && value.isPresent() && series.put(day.get(), value.get()) != null) {
      from.fault("'" + day.get() + "' again", "each day once");
    }
  }

  private static Optional<CareShare> share(Mapping entry, boolean fictitious) {
    Optional<String> source = entry.required("source").text();
    Field share = entry.required("share");
    Optional<Rounding> rounding = entry.optional("rounding").word(ROUNDINGS);
    if (share.asWritten().filter("unknown"::equals).isPresent()) {
      return source.map(CareShare.NotPublished::by);
    }
    Optional<Long> parts = share.integer(0, WHOLE);
    if (source.isEmpty() || parts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CareShare.Published(
            Rate.basisPoints(parts.get().intValue()),
            rounding.orElse(Rounding.HALF_UP),
            source.get(),
            fictitious));
  }

  private static Optional<Bounds> bounds(Mapping entry) {
    List<Long> months = new ArrayList<>();
    entry.required("least-months").integer(1, 240).ifPresent(months::add);
    entry.required("most-months").integer(1, 240).ifPresent(months::add);
    Optional<String> source = entry.required("source").text();
    return months.size() < 2
        ? Optional.empty()
        : source.map(text -> new Bounds(months.get(0).intValue(), months.get(1).intValue(), text));
  }
}
