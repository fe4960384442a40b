package io.caresettle.policy.author;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.Header;
import io.caresettle.policy.compiled.StepDraft;
import io.caresettle.policy.plan.PackId;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of one area and topic, read from one file and checked. */
public final class Pack {

  private final Header header;
  private final Map<String, BoundValue> values;
  private final List<StepDraft> steps;
  private final Optional<PackId> parent;
  private final Optional<CompiledPack> compiled;

  Pack(
      Header header,
      Map<String, BoundValue> values,
      List<StepDraft> steps,
      Parents parents,
      Optional<CompiledPack> compiled) {
    this.header = header;
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    this.steps = List.copyOf(steps);
    this.parent = parents.nearest().map(Pack::id);
    this.compiled = compiled;
  }

  /**
   * Reads a pack that inherits nothing.
   *
   * @param file the name that faults carry
   * @throws io.caresettle.reading.ReadingFailed with every fault of it
   */
  public static Pack of(String file, String text) {
    return Reading.of(file, text, Pack::bind);
  }

  /**
   * Reads a pack that inherits nothing from disk.
   *
   * @throws io.caresettle.reading.ReadingFailed with every fault of it
   */
  public static Pack of(Path file) {
    return Reading.of(file, Pack::bind);
  }

  /**
   * Reads a pack that stands inside another file: {@code field.bind(Pack::bind)}, which keeps back
   * a pack with faults.
   */
  public static Optional<Pack> bind(Mapping mapping) {
    return new PackBinder(mapping, Parents.NONE).bind();
  }

  /** The pack as tills load it; none of a parent that serves nobody itself. */
  public Optional<CompiledPack> compiled() {
    return compiled;
  }

  public PackId id() {
    return header.id();
  }

  /** The pack it inherits from. */
  Optional<PackId> parent() {
    return parent;
  }

  Header header() {
    return header;
  }

  /** What it states and what it inherits, by name. */
  Map<String, BoundValue> values() {
    return values;
  }

  List<StepDraft> steps() {
    return steps;
  }
}
