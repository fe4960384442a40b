package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A citation")
class CitationTest {

  @Test
  @DisplayName("names text, article, paragraph and item, and no paragraph where the text has none")
  void isShortAndWhole() {
    assertEquals("SZ 12¶2", new Citation("SZ", "12", 2, Optional.empty()).toString());
    assertEquals("NT 41¶1(3)", new Citation("NT", "41", 1, Optional.of(3)).toString());
    assertEquals("policy line", new Citation("policy", "line", 0, Optional.empty()).toString());
  }
}
