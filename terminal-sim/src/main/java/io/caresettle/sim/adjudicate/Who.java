package io.caresettle.sim.adjudicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom and what a number may depend on, as one word for each dimension of a table. */
record Who(Map<String, String> words) {

  static final String GROUP = "group";
  static final String AID = "aid";
  private static final String CATEGORY = "category";

  /** The dimensions whose words are the same in every pack. */
  private static final Map<String, Set<String>> FIXED =
      Map.of(
          "level", Set.of("level-1", "level-2", "level-3"),
          "off-site",
              Set.of("home", "long-term", "referred", "temporary", "unregistered", "emergency"),
          "stay", Set.of("stay-1", "stay-2", "stay-3"),
          "grade", Set.of("A", "B", "C", "D"));

  /** The words of every dimension, for a pack that knows these groups and aid classes. */
  static Map<String, Set<String>> dimensions(
      String scheme, Set<String> groups, Set<String> aidClasses) {
    Map<String, Set<String>> all = new HashMap<>(FIXED);
    all.put(CATEGORY, categories(scheme));
    all.put(GROUP, groups);
    all.put(AID, aidClasses);
    return Map.copyOf(all);
  }

  static Who of(Claim claim) {
    Claim.Circumstances around = claim.circumstances();
    if (around.stay() < 1) {
      throw malformed("stay", "a stay's number starts at 1: " + around.stay());
    }
    Who who =
        new Who(
            Map.of(
                CATEGORY,
                category(claim),
                "level",
                claim.level(),
                GROUP,
                around.group(),
                AID,
                around.aid(),
                "off-site",
                around.offSite(),
                "stay",
                "stay-" + Math.min(3, around.stay()),
                "grade",
                around.grade()));
    for (String dimension : List.of("off-site", "grade")) {
      requireKnown(dimension, who.word(dimension), FIXED.getOrDefault(dimension, Set.of()));
    }
    return who;
  }

  private static Set<String> categories(String scheme) {
    return scheme.equals("resident")
        ? Set.of("adult", "elderly", "student", "child", "newborn")
        : Set.of("active", "retired");
  }

  /** A resident who is called as employees are is an adult, or elderly. */
  private static String category(Claim claim) {
    String word = claim.category();
    if (claim.scheme().equals("resident")) {
      word = word.equals("active") ? "adult" : word.equals("retired") ? "elderly" : word;
    }
    requireKnown(CATEGORY, word, categories(claim.scheme()));
    return word;
  }

  static void requireKnown(String dimension, String word, Set<String> known) {
    if (!known.contains(word)) {
      throw malformed(word, "no such " + dimension + ": " + word + "; known are " + known);
    }
  }

  private static CannotAdjudicate malformed(String subject, String message) {
    return new CannotAdjudicate(CannotAdjudicate.Reason.MALFORMED_CLAIM, subject, message);
  }

  String word(String dimension) {
    String word = words.get(dimension);
    if (word == null) {
      throw new IllegalArgumentException("No such dimension: " + dimension);
    }
    return word;
  }

  /** Everyone there can be, as far as these dimensions tell them apart. */
  static List<Who> everyone(Set<String> dimensions, Map<String, Set<String>> words) {
    List<Who> all = List.of(new Who(Map.of()));
    for (String dimension : dimensions) {
      List<Who> finer = new ArrayList<>();
      for (Who who : all) {
        for (String word : words.getOrDefault(dimension, Set.of())) {
          Map<String, String> more = new HashMap<>(who.words());
          more.put(dimension, word);
          finer.add(new Who(Map.copyOf(more)));
        }
      }
      all = finer;
    }
    return all;
  }
}
