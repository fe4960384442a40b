package io.caresettle.policy.compiled;

import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.OffSite;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.Scheme;
import java.util.ArrayList;
import java.util.List;

/** What a value may depend on. */
public enum Dimension {
  CATEGORY,
  LEVEL,
  /** The person's group; each pack says which it knows. */
  GROUP,
  /** The class of medical aid; each pack says which it knows. */
  AID,
  OFF_SITE,
  /** Which stay of the year; the third stands for all later ones. */
  STAY,
  GRADE;

  /** Its word in a pack. */
  public String id() {
    return Word.of(this);
  }

  /** The words of its rows, for a pack of a scheme that knows these groups and classes of aid. */
  public List<String> words(Scheme scheme, List<String> groups, List<String> aidClasses) {
    return switch (this) {
      case CATEGORY -> words(InsuredCategory.of(scheme));
      case LEVEL -> words(List.of(InstitutionLevel.values()));
      case GROUP -> groups;
      case AID -> aidClasses;
      case OFF_SITE -> words(List.of(OffSite.values()));
      case STAY -> List.of("stay-1", "stay-2", "stay-3");
      case GRADE -> List.of("A", "B", "C", "D");
    };
  }

  /** Which row a bill of this key takes. */
  int row(PlanKey key, List<String> all) {
    String word =
        switch (this) {
          case CATEGORY -> Word.of(key.category());
          case LEVEL -> Word.of(key.level());
          case GROUP -> key.circumstances().group();
          case AID -> key.circumstances().aid();
          case OFF_SITE -> Word.of(key.circumstances().offSite());
          case STAY -> all.get(Math.min(key.circumstances().stay(), all.size()) - 1);
          case GRADE -> key.circumstances().grade().name();
        };
    return all.indexOf(word);
  }

  private static List<String> words(List<? extends Enum<?>> constants) {
    List<String> words = new ArrayList<>();
    for (Enum<?> constant : constants) {
      words.add(Word.of(constant));
    }
    return List.copyOf(words);
  }
}
