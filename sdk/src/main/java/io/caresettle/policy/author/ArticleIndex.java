package io.caresettle.policy.author;

import io.caresettle.policy.plan.Citation;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which articles, paragraphs and items the five texts have, so that a citation cannot point
 * nowhere. Structure only: it holds no sentence.
 */
final class ArticleIndex {

  private static final ArticleIndex SHIPPED = load();

  /** Text → article → number of items in each paragraph. */
  private final Map<String, Map<String, List<Integer>>> texts;

  private ArticleIndex(Map<String, Map<String, List<Integer>>> texts) {
    this.texts = texts;
  }

  /** Reads a {@code source} and checks that the place exists. */
  static Optional<Citation> bind(Field field) {
    return field.mapping().flatMap(SHIPPED::bind);
  }

  private Optional<Citation> bind(Mapping source) {
    Map<String, String> names = new LinkedHashMap<>();
    texts.keySet().forEach(name -> names.put(name, name));
    Optional<String> text = source.required("text").word(names);
    Field articleField = source.required("article");
    Optional<String> article = articleField.text();
    Field paragraphField = source.required("paragraph");
    Optional<Integer> paragraph = paragraphField.integer(1, 99).map(Long::intValue);
    Field itemField = source.optional("item");
    Optional<Integer> item = itemField.integer(1, 99).map(Long::intValue);
    if (text.isEmpty() || article.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<Integer>> articles = texts.getOrDefault(text.get(), Map.of());
    List<Integer> items = articles.getOrDefault(article.get(), List.of());
    if (items.isEmpty()) {
      articleField.fault(
          "the article " + article.get() + ", which " + text.get() + " does not have",
          "one of its "
              + articles.size()
              + " articles"
              + Nearest.to(article.get() + "#1", articles.keySet())
                  .filter(near -> near.contains("#"))
                  .map(near -> "; perhaps '" + near + "'")
                  .orElse(""));
      return Optional.empty();
    }
    if (paragraph.isEmpty() || (itemField.present() && item.isEmpty())) {
      return Optional.empty();
    }
    if (paragraph.get() > items.size()) {
      paragraphField.fault(
          "paragraph " + paragraph.get(),
          "at most " + items.size() + ", for " + text.get() + ' ' + article.get() + " ends there");
      return Optional.empty();
    }
    int most = items.get(paragraph.get() - 1);
    if (item.isPresent() && item.get() > most) {
      itemField.fault(
          "item " + item.get(),
          most == 0 ? "no item, for the paragraph has none" : "at most " + most);
      return Optional.empty();
    }
    return Optional.of(new Citation(text.get(), article.get(), paragraph.get(), item));
  }

  private static ArticleIndex load() {
    Map<String, Map<String, List<Integer>>> texts = new LinkedHashMap<>();
    Map<String, List<Integer>> articles = new LinkedHashMap<>();
    for (String line : resource("/policy/articles.txt").lines().toList()) {
      List<String> words = List.of(line.split(" "));
      if (line.startsWith("text ")) {
        articles = new LinkedHashMap<>();
        texts.put(words.get(1), articles);
      } else if (!line.startsWith("#")) {
        articles.put(words.get(0), words.stream().skip(1).map(Integer::valueOf).toList());
      }
    }
    return new ArticleIndex(texts);
  }

  /** A text that is shipped with this library. */
  static String resource(String name) {
    try (InputStream in = ArticleIndex.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The library was packed without " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
