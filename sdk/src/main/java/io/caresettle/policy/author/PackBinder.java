package io.caresettle.policy.author;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.Header;
import io.caresettle.policy.compiled.MalformedPack;
import io.caresettle.policy.compiled.PackKind;
import io.caresettle.policy.compiled.StepDraft;
import io.caresettle.policy.compiled.ValueSeries;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a pack and refuses what is not one, all faults at once. */
final class PackBinder {

  private final Mapping pack;
  private final Parents parents;

  PackBinder(Mapping pack, Parents parents) {
    this.pack = pack;
    this.parents = parents;
  }

  Optional<Pack> bind() {
    return kind() == PackKind.ENTITLEMENT
        ? new EntitlementBinder(pack, parents).bind()
        : benefits();
  }

  /** Where the word is at fault, what the topic says; a second fault would only confuse. */
  private PackKind kind() {
    Field field = pack.optional("kind");
    Optional<PackKind> kind = field.word(Words.KINDS);
    boolean byTopic =
        pack.has("topic") && pack.required("topic").asWritten().equals(Optional.of(PackKind.TOPIC));
    if (byTopic && !field.present()) {
      pack.faultAtKey("topic", "the topic '" + PackKind.TOPIC + "'", "'kind: entitlement' with it");
    }
    return kind.orElse(byTopic ? PackKind.ENTITLEMENT : PackKind.BENEFITS);
  }

  private Optional<Pack> benefits() {
    HeaderBinder.Bound bound = new HeaderBinder(pack, parents).bind();
    Header header = bound.header();
    boolean parent = Parents.isParent(header.id().area());
    boolean child = parents.nearest().isPresent() || parents.unread();
    Optional<Inheritance> inheritance =
        parents.nearest().map(above -> new Inheritance(header, above));

    Field tableField = child ? pack.optional("values") : pack.required("values");
    Optional<Mapping> table = tableField.mapping();
    Map<String, BoundValue> own = new LinkedHashMap<>();
    ValueBinder binder = new ValueBinder(header, bound.daysKnown(), parent);
    table.ifPresent(
        all ->
            all.all()
                .forEach(
                    (name, value) -> {
                      refuseOdd(name, all);
                      own.put(name, binder.bind(name, value));
                    }));
    Map<String, BoundValue> values = inheritance.map(above -> above.merge(own, table)).orElse(own);

    Field plan = parent || child ? pack.optional("plan") : pack.required("plan");
    Set<String> used = new HashSet<>();
    List<StepsBinder.Bound> steps = steps(plan, values, used);
    boolean mayInherit = parents.nearest().isPresent() || parent;
    if (mayInherit && steps.isEmpty() && !plan.present() && !header.care().isEmpty()) {
      plan.fault("no plan, neither here nor in a parent", "the key 'plan'");
    }
    inheritance.ifPresent(
        above -> above.checkUsed(used, own, tableField, !header.care().isEmpty()));
    if (!parent && !(parents.unread() && !plan.present())) {
      table.ifPresent(all -> refuseUnused(all, own.keySet(), used));
    }
    BandChecks bands = new BandChecks(header, values);
    steps.forEach(step -> bands.check(step.draft(), step.place()));
    return pack.faulty() ? Optional.empty() : whole(header, values, steps, used);
  }

  /** The steps of the plan, or those of the parent; their place is then the missing plan. */
  private List<StepsBinder.Bound> steps(
      Field plan, Map<String, BoundValue> values, Set<String> used) {
    if (!plan.present() && parents.nearest().isPresent()) {
      List<StepDraft> inherited = parents.nearest().get().steps();
      inherited.forEach(draft -> used.addAll(draft.valueNames()));
      return inherited.stream().map(draft -> new StepsBinder.Bound(draft, plan)).toList();
    }
    PlanState state = new PlanState(values, parents.unread());
    List<StepsBinder.Bound> steps = new StepsBinder(state).bind(plan);
    // Also by a step that is at fault itself: a second fault would only confuse.
    used.addAll(state.used);
    return steps;
  }

  private static void refuseOdd(String name, Mapping table) {
    try {
      HeaderBinder.dotted(name);
    } catch (IllegalArgumentException e) {
      table.faultAtKey(
          name,
          "the name '" + name + "'",
          "lower-case words joined by dashes and dots, such as outpatient.rate");
    }
  }

  private static void refuseUnused(Mapping table, Set<String> own, Set<String> used) {
    own.stream()
        .filter(name -> !used.contains(name))
        .forEach(
            name ->
                table.faultAtKey(
                    name, "a value that no step uses", "a step that uses it, or its removal"));
  }

  private Optional<Pack> whole(
      Header header,
      Map<String, BoundValue> values,
      List<StepsBinder.Bound> steps,
      Set<String> used) {
    List<StepDraft> drafts = steps.stream().map(StepsBinder.Bound::draft).toList();
    if (header.care().isEmpty() || parents.unread()) {
      return Optional.of(new Pack(header, values, drafts, parents, Optional.empty()));
    }
    List<ValueSeries> flat = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          if (used.contains(name)) {
            value.series().ifPresent(flat::add);
          }
        });
    try {
      CompiledPack compiled = new CompiledPack(header, flat, drafts);
      compiled.tryEveryCell(
          (id, what) ->
              steps.stream()
                  .filter(step -> step.draft().basis().id().equals(id))
                  .forEach(step -> step.place().fault(what, "numbers that make a step")));
      return Optional.of(new Pack(header, values, drafts, parents, Optional.of(compiled)));
    } catch (MalformedPack e) {
      // Whatever this binder let pass, nothing half-made gets out.
      pack.fault(String.valueOf(e.getMessage()), "a pack that makes a plan");
      return Optional.empty();
    }
  }
}
