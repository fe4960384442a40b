package io.caresettle.policy.plan;

import java.util.Optional;

/**
 * A place in a text of the law: text, article, paragraph (款), item (项).
 *
 * @param text short name of the text, such as SZ
 * @param article as the article index writes it, such as 12 or 29#1
 * @param paragraph 0 where the text has none, such as a policy that a worked example brings along
 */
public record Citation(String text, String article, int paragraph, Optional<Integer> item) {

  /** {@code SZ 12¶2}, or {@code NT 41¶1(3)}. */
  @Override
  public String toString() {
    String place = paragraph == 0 ? article : article + '¶' + paragraph;
    return text + ' ' + place + item.map(i -> "(" + i + ")").orElse("");
  }
}
