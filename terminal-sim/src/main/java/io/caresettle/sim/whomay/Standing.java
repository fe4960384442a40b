package io.caresettle.sim.whomay;

import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.Ruling;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What of the word of home and place is only a test figure, or was never published. */
record Standing(Optional<EntitlementRules> home, EntitlementRules place) {

  /** Names of what a finding rests on and that must be called TEST FIGURES. */
  List<String> testFigures(String rule, String article, String words) {
    return names(rule, article, words, r -> r instanceof Ruling.Said<?> said && said.testFigure());
  }

  /** Names of what nobody published and a finding rests on. */
  List<String> notPublished(String rule, String article, String words) {
    return names(rule, article, words, r -> r instanceof Ruling.NotPublished<?>);
  }

  /** A finding rests on what it cites, or names; the centre's word may name it for an article. */
  private List<String> names(
      String rule, String article, String words, Predicate<Ruling<List<String>>> which) {
    EntitlementRules asked = rule.startsWith("R-INST") ? place : home.orElse(place);
    return Arrays.stream(EntitlementName.values())
        .filter(
            name ->
                article.contains(name.id())
                    || (name.rule().equals(rule)
                        && (asked.asWritten(name).source().toString().equals(article)
                            || words.contains(name.id()))))
        .filter(name -> which.test(asked.asWritten(name)))
        .map(EntitlementName::id)
        .toList();
  }
}
