package io.caresettle.centre.national.profile;

import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of a profile's file that may be left out. */
final class Words {

  private final Mapping top;

  Words(Mapping top) {
    this.top = top;
  }

  Optional<String> text(String key) {
    Field field = top.optional(key);
    return field.present() ? field.text() : Optional.empty();
  }

  Optional<Boolean> truth(String key) {
    Field field = top.optional(key);
    return field.present() ? field.truth() : Optional.empty();
  }

  <T> Optional<T> word(String key, Map<String, T> words) {
    Field field = top.optional(key);
    return field.present() ? field.word(words) : Optional.empty();
  }

  List<String> list(String key) {
    return texts(top.optional(key));
  }

  <T> List<T> words(String key, Map<String, T> words) {
    List<T> found = new ArrayList<>();
    top.optional(key).list().forEach(one -> one.word(words).ifPresent(found::add));
    return found;
  }

  Map<String, String> texts(String key) {
    Map<String, String> found = new HashMap<>();
    all(key).forEach((name, field) -> field.text().ifPresent(text -> found.put(name, text)));
    return found;
  }

  Map<String, Integer> numbers(String key) {
    Map<String, Integer> found = new HashMap<>();
    all(key)
        .forEach(
            (name, field) ->
                field
                    .integer(1, Integer.MAX_VALUE)
                    .ifPresent(number -> found.put(name, Math.toIntExact(number))));
    return found;
  }

  Map<String, List<String>> lists(String key) {
    Map<String, List<String>> found = new HashMap<>();
    all(key).forEach((name, field) -> found.put(name, texts(field)));
    return found;
  }

  /** By transaction, what a field is called, by its usual name. */
  Map<String, Map<String, List<String>>> renames(String key) {
    Map<String, Map<String, List<String>>> found = new HashMap<>();
    all(key)
        .forEach(
            (transaction, field) ->
                field
                    .mapping()
                    .ifPresent(
                        names -> {
                          Map<String, List<String>> here = new HashMap<>();
                          names.all().forEach((name, list) -> here.put(name, texts(list)));
                          found.put(transaction, here);
                        }));
    return found;
  }

  private Map<String, Field> all(String key) {
    Field field = top.optional(key);
    return field.present() ? field.mapping().map(Mapping::all).orElse(Map.of()) : Map.of();
  }

  private static List<String> texts(Field field) {
    List<String> found = new ArrayList<>();
    field.list().forEach(one -> one.text().ifPresent(found::add));
    return found;
  }
}
