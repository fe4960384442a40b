package io.caresettle.policy.author;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.Header;
import io.caresettle.policy.compiled.MalformedPack;
import io.caresettle.policy.compiled.ValueSeries;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a pack about entitlement and refuses what is not one, all faults at once. */
final class EntitlementBinder {

  private static final List<String> NAMES =
      Arrays.stream(EntitlementName.values()).map(EntitlementName::id).toList();

  private final Mapping pack;
  private final Parents parents;

  EntitlementBinder(Mapping pack, Parents parents) {
    this.pack = pack;
    this.parents = parents;
  }

  Optional<Pack> bind() {
    HeaderBinder.Bound bound = new HeaderBinder(pack, parents).bindEntitlement();
    Header header = bound.header();
    boolean parent = Parents.isParent(header.id().area());
    Field tableField =
        parents.nearest().isPresent() || parents.unread()
            ? pack.optional("values")
            : pack.required("values");
    Optional<Mapping> table = tableField.mapping();
    Map<String, BoundValue> own = new LinkedHashMap<>();
    ValueBinder binder = new ValueBinder(header, bound.daysKnown(), parent);
    table.ifPresent(all -> all.all().forEach((id, value) -> own(id, value, all, binder, own)));
    Optional<Inheritance> inheritance =
        parents.nearest().map(above -> new Inheritance(header, above));
    Map<String, BoundValue> values = inheritance.map(above -> above.merge(own, table)).orElse(own);
    if (!parent && !parents.unread() && (table.isPresent() || !tableField.present())) {
      requireAll(values, tableField);
      inheritance.ifPresent(above -> above.checkUsed(new HashSet<>(NAMES), own, tableField, true));
    }
    return pack.faulty() ? Optional.empty() : whole(header, values);
  }

  private static void own(
      String id, Field value, Mapping table, ValueBinder binder, Map<String, BoundValue> own) {
    Optional<EntitlementName> name = EntitlementName.named(id);
    if (name.isPresent()) {
      own.put(id, binder.bind(name.get(), value));
    } else {
      table.faultAtKey(
          id,
          "the unknown name '" + id + "'",
          Nearest.to(id, NAMES)
              .map(near -> "perhaps '" + near + "'")
              .orElse("one of " + String.join(", ", NAMES)));
    }
  }

  /** Where an area's texts say nothing the pack says unknown; it never leaves a name out. */
  private static void requireAll(Map<String, BoundValue> values, Field place) {
    List<String> missing = NAMES.stream().filter(id -> !values.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      place.fault(
          "nothing about " + String.join(", ", missing),
          "every name, its own or inherited; 'unknown' with the nearest article where the texts"
              + " say nothing");
    }
  }

  /** A nation's or province's pack that says everything serves its own area, too. */
  private Optional<Pack> whole(Header header, Map<String, BoundValue> values) {
    boolean all =
        NAMES.stream().allMatch(id -> values.containsKey(id) && values.get(id).isNumber());
    if (!all || parents.unread()) {
      return Optional.of(new Pack(header, values, List.of(), parents, Optional.empty()));
    }
    List<ValueSeries> flat = new ArrayList<>();
    values.values().forEach(value -> value.series().ifPresent(flat::add));
    try {
      CompiledPack compiled = new CompiledPack(header, flat, List.of());
      return Optional.of(new Pack(header, values, List.of(), parents, Optional.of(compiled)));
    } catch (MalformedPack e) {
      // Whatever this binder let pass, nothing half-made gets out.
      pack.fault(String.valueOf(e.getMessage()), "a pack about entitlement");
      return Optional.empty();
    }
  }
}
