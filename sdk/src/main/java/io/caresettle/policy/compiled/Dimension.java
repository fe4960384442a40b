package io.caresettle.policy.compiled;

import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.OffSite;
import io.caresettle.policy.plan.PlanKey;
import java.util.Arrays;
import java.util.List;

/** What a value may depend on. */
public enum Dimension {
  CATEGORY(words(InsuredCategory.values())),
  LEVEL(words(InstitutionLevel.values())),
  /** The person's group; each pack says which it knows. */
  GROUP(List.of()),
  /** The class of medical aid; each pack says which it knows. */
  AID(List.of()),
  OFF_SITE(words(OffSite.values())),
  /** Which stay of the year; the third stands for all later ones. */
  STAY(List.of("stay-1", "stay-2", "stay-3")),
  GRADE(Arrays.stream(Grade.values()).map(Grade::name).toList());

  private final List<String> words;

  Dimension(List<String> words) {
    this.words = words;
  }

  /** Its word in a pack. */
  public String id() {
    return Word.of(this);
  }

  /** The words of its rows, for a pack that knows these groups and classes of aid. */
  public List<String> words(List<String> groups, List<String> aidClasses) {
    return switch (this) {
      case GROUP -> groups;
      case AID -> aidClasses;
      default -> words;
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
          case STAY -> "stay-" + Math.min(key.circumstances().stay(), 3);
          case GRADE -> key.circumstances().grade().name();
        };
    return all.indexOf(word);
  }

  private static List<String> words(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Word::of).toList();
  }
}
