package io.caresettle.policy.compiled;

import io.caresettle.money.Payer;
import io.caresettle.money.RoundTo;
import io.caresettle.policy.plan.Limit;
import io.caresettle.policy.plan.PolicyValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a draft says, key by key; a key that is missing or says nonsense makes no step. */
final class DraftReader {

  private static final boolean FEN = true;

  private final StepDraft draft;
  private final StepMaker.Numbers numbers;
  private final List<String> accumulators;
  private final Set<String> asked = new HashSet<>();

  DraftReader(StepDraft draft, StepMaker.Numbers numbers, List<String> accumulators) {
    this.draft = draft;
    this.numbers = numbers;
    this.accumulators = accumulators;
  }

  /** Whatever the draft says must have been used. */
  void end() {
    Set<String> left = new HashSet<>(draft.keys().keySet());
    left.removeAll(asked);
    if (!left.isEmpty()) {
      throw wrong("keys that no such step has: " + left);
    }
  }

  boolean has(String key) {
    return draft.keys().containsKey(key);
  }

  Payer payer() {
    return Word.parse(Payer.class, one("payer"), at());
  }

  Optional<Limit> limit() {
    Optional<PolicyValue> value = optional("limit.value", FEN);
    return value.isPresent()
        ? Optional.of(new Limit(value.get(), needed(place("limit.accumulator"))))
        : Optional.empty();
  }

  RoundTo rounding() {
    Optional<RoundTo> to = RoundTo.named(one("rounding"));
    if (to.isEmpty()) {
      throw wrong("an unknown rounding");
    }
    return to.get();
  }

  PolicyValue number(String key, boolean fen) {
    return numbers.value(one(key), fen);
  }

  Optional<PolicyValue> optional(String key, boolean fen) {
    return has(key) ? Optional.of(number(key, fen)) : Optional.empty();
  }

  OptionalInt place(String key) {
    return has(key) ? OptionalInt.of(accumulators.indexOf(one(key))) : OptionalInt.empty();
  }

  int needed(OptionalInt place) {
    if (place.isEmpty()) {
      throw wrong("no accumulator");
    }
    return place.getAsInt();
  }

  <E extends Enum<E>> E word(String key, Class<E> type) {
    return Word.parse(type, one(key), at());
  }

  <E extends Enum<E>> List<E> words(String key, Class<E> type) {
    List<E> words = new ArrayList<>();
    for (String word : all(key)) {
      words.add(Word.parse(type, word, at()));
    }
    if (words.isEmpty()) {
      throw wrong("no " + key);
    }
    return words;
  }

  boolean is(String key, String word, String otherwise) {
    String found = one(key);
    if (!found.equals(word) && !found.equals(otherwise)) {
      throw wrong("'" + found + "' for " + key);
    }
    return found.equals(word);
  }

  String one(String key) {
    List<String> words = all(key);
    if (words.size() != 1) {
      throw wrong(words.size() + " words for " + key);
    }
    return words.get(0);
  }

  List<String> all(String key) {
    asked.add(key);
    return draft.keys().getOrDefault(key, List.of());
  }

  String at() {
    return "step ".concat(draft.basis().id());
  }

  MalformedPack wrong(String what) {
    return new MalformedPack(at(), what);
  }
}
