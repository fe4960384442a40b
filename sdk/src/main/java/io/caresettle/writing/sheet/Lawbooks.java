package io.caresettle.writing.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The texts that packs cite, by their short names. */
final class Lawbooks {

  /** A text: whether it binds, and what it is called. */
  record Lawbook(String standing, String title) {}

  private static final String INDEX = "/policy/articles.txt";

  private Lawbooks() {}

  static Map<String, Lawbook> all() {
    Map<String, Lawbook> all = new LinkedHashMap<>();
    index()
        .lines()
        .filter(line -> line.startsWith("text "))
        .map(line -> line.split(" ", 4))
        .forEach(words -> all.put(words[1], new Lawbook(words[2], words[3])));
    return all;
  }

  private static String index() {
    try (InputStream in = Lawbooks.class.getResourceAsStream(INDEX)) {
      if (in == null) {
        throw new IllegalStateException("The library was packed without " + INDEX);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + INDEX, e);
    }
  }
}
