package io.caresettle.sim.adjudicate;

import java.util.Optional;

/** Where in which text a rule or a number stands. */
record Citation(String text, String article, Optional<Integer> paragraph, Optional<Integer> item) {

  static Citation read(Tree tree) {
    Citation citation =
        new Citation(
            tree.text("text"),
            tree.text("article"),
            tree.numberIfAny("paragraph"),
            tree.numberIfAny("item"));
    tree.end();
    return citation;
  }

  @Override
  public String toString() {
    return text
        + " art. "
        + article
        + paragraph.map(n -> " para. " + n).orElse("")
        + item.map(n -> " item " + n).orElse("");
  }
}
