package io.caresettle.eligibility;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which of the texts speak for an area: its own and its province's. */
final class OwnTexts {

  private static final List<String> EVERY = List.of("JS", "JSR", "SZ", "NT", "HN", "SH");

  private final Set<String> texts = new HashSet<>();

  /**
   * @param areas of the person's home and of the place of care; one that no text is about, such as
   *     {@code test}, lets every text speak
   */
  OwnTexts(Collection<String> areas) {
    areas.forEach(area -> texts.addAll(of(area)));
  }

  /**
   * Those in force: of a city whose own text is not, its province's alone.
   *
   * @param silent whether an area has no word of its own on the day
   */
  static OwnTexts inForce(Collection<String> areas, Predicate<String> silent) {
    return new OwnTexts(
        areas.stream()
            .map(area -> isOfCity(area) && silent.test(area) ? area.substring(0, 2) + "0000" : area)
            .toList());
  }

  private static boolean isOfCity(String area) {
    return area.matches("\\d{6}");
  }

  private static List<String> of(String area) {
    return switch (area.length() < 4 ? area : area.substring(0, 4)) {
      case "3205" -> List.of("SZ", "JS", "JSR");
      case "3206" -> List.of("NT", "JS", "JSR");
      default ->
          switch (area.length() < 2 ? area : area.substring(0, 2)) {
            case "32" -> List.of("JS", "JSR");
            case "46" -> List.of("HN");
            case "31" -> List.of("SH");
            default -> EVERY;
          };
    };
  }

  /**
   * Of a rule's articles those of the area's own texts and its province's. Where they say nothing
   * the rule is followed by another area's text, which is named as what it is: no law here, but
   * what was looked at (参照).
   *
   * @param articles such as {@code SZ 19; JS 15}
   */
  String own(String articles) {
    String own =
        Arrays.stream(articles.split("; ", -1))
            .filter(article -> texts.contains(article.split(" ", 2)[0]))
            .collect(Collectors.joining("; "));
    if (!own.isEmpty()) {
      return own;
    }
    return isOfTexts(articles) ? "参照 cf. " + articles : articles;
  }

  /** What is cited from elsewhere, such as an order, is of no text and stays as it is. */
  private static boolean isOfTexts(String articles) {
    return EVERY.contains(articles.split(" ", 2)[0]);
  }
}
