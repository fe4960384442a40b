package io.caresettle.policy.author;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Packs as texts, and small changes of them. */
public final class Texts {

  /** A pack with every key of the format. */
  public static final String WHOLE = text("/io/caresettle/policy/whole.yaml");

  private Texts() {}

  /** {@code text} with {@code right} replaced, which must be there. */
  static String with(String text, String right, String wrong) {
    if (!text.contains(right)) {
      throw new IllegalArgumentException("Nothing to replace: " + right);
    }
    return text.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
  }

  static String text(String name) {
    try (InputStream in = Texts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("No " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
