package io.caresettle.writing.sheet;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.policy.plan.EntitlementName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every name of entitlement, for a clerk")
class RulingsTest {

  @Test
  @DisplayName("has its meaning and each of its words in Chinese with English beside it")
  void isSaidInBothLanguages() {
    for (EntitlementName name : EntitlementName.values()) {
      Said meaning = EntitlementWords.of(name);
      assertTrue(meaning.zh().matches(".*\\p{IsHan}.*"), name.id());
      assertTrue(meaning.en().matches("[ -~]+"), name.id());
      for (String word : name.words()) {
        Said said = Rulings.word(word).orElse(Said.NOTHING);
        assertTrue(said.zh().matches("\\p{IsHan}+"), name + " " + word);
        assertFalse(said.en().isBlank(), name + " " + word);
      }
    }
  }
}
