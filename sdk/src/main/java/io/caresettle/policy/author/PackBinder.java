package io.caresettle.policy.author;

import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.PackId;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a pack and refuses what is not one, all faults at once. */
final class PackBinder {

  private final Mapping pack;

  PackBinder(Mapping pack) {
    this.pack = pack;
  }

  Optional<Pack> bind() {
    Optional<String> topic =
        pack.required("topic").text("lower-case words joined by dashes", PackBinder::name);
    Optional<String> area = pack.required("area").text("six digits, or test", PackBinder::area);
    Optional<Mapping> names = pack.required("names").mapping();
    Optional<String> zh = names.flatMap(both -> both.required("zh").text());
    Optional<String> en = names.flatMap(both -> both.required("en").text());
    Optional<Scheme> scheme = pack.required("scheme").word(Words.SCHEMES);
    Set<CareType> care = care(pack.required("care"));
    Optional<LocalDate> from = pack.required("from").date();
    Optional<LocalDate> to = to(from);
    Optional<LocalDate> stillValidOn = pack.required("still_valid_on").date();

    Optional<Mapping> table = pack.required("values").mapping();
    Map<String, SeriesBinder.Bound> values = new LinkedHashMap<>();
    SeriesBinder series = new SeriesBinder(from, to);
    table.ifPresent(
        all -> all.all().forEach((name, value) -> values.put(name, series.bind(name, value))));
    StepsBinder plan = new StepsBinder(values);
    List<StepDraft> steps = plan.bind(pack.required("plan"));
    table.ifPresent(all -> refuseUnused(all, values.keySet(), plan.used()));

    if (topic.isEmpty()
        || area.isEmpty()
        || zh.isEmpty()
        || en.isEmpty()
        || scheme.isEmpty()
        || from.isEmpty()
        || stillValidOn.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Series> whole = new LinkedHashMap<>();
    values.forEach((name, bound) -> bound.series().ifPresent(value -> whole.put(name, value)));
    PackId id = new PackId(area.get(), topic.get(), 1, zh.get(), en.get(), pack.file(), digest());
    return Optional.of(
        new Pack(id, scheme.get(), care, from.get(), to, stillValidOn.get(), whole, steps));
  }

  private Optional<LocalDate> to(Optional<LocalDate> from) {
    Field field = pack.optional("to");
    Optional<LocalDate> to = field.date();
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      field.fault(to.get() + ", before the first day", "a day from " + from.get() + " on");
    }
    return to;
  }

  private static Set<CareType> care(Field field) {
    Set<CareType> care = EnumSet.noneOf(CareType.class);
    for (Field element : field.list()) {
      Optional<CareType> type = element.word(Words.CARE);
      if (type.isPresent() && !care.add(type.get())) {
        element.fault("'" + Words.dashed(type.get()) + "' a second time", "each kind once");
      }
    }
    if (field.present() && field.list().isEmpty()) {
      field.fault("no kind of care", "at least one");
    }
    return care;
  }

  private static void refuseUnused(Mapping table, Set<String> values, Set<String> used) {
    values.stream()
        .filter(name -> !used.contains(name))
        .forEach(
            name ->
                table.faultAtKey(
                    name, "a value that no step uses", "a step that uses it, or its removal"));
  }

  private static String name(String text) {
    return matching(text, "[a-z][a-z0-9]*(-[a-z0-9]+)*");
  }

  private static String area(String text) {
    return matching(text, "\\d{6}|test");
  }

  private static String matching(String text, String form) {
    if (!text.matches(form)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private String digest() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(pack.fileText().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
