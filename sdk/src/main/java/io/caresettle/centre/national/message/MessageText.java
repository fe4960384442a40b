package io.caresettle.centre.national.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Messages as bytes and as text. */
public final class MessageText {

  private static final int LONGEST_KEY = 64;

  /** Sixteen digits, a point, six decimals, a sign, and room for a gateway that pads. */
  private static final int LONGEST_NUMBER = 32;

  private MessageText() {}

  /**
   * The one object in {@code body}.
   *
   * @throws Unreadable when it is anything else
   */
  public static Node read(byte[] body, Limits limits) {
    if (body.length > limits.bytes()) {
      throw new Unreadable(
          Unreadable.Why.TOO_LONG,
          "byte " + limits.bytes(),
          "at most " + limits.bytes() + " bytes are read: send less at a time");
    }
    return read(Utf8.text(body), limits);
  }

  /**
   * The one object in {@code text}, such as an output that came as a text.
   *
   * @throws Unreadable when it is anything else
   */
  public static Node read(String text, Limits limits) {
    try (JsonParser parser = factory(limits).createParser(text)) {
      try {
        return new Tree(parser, limits).whole();
      } catch (StreamConstraintsException e) {
        throw beyond(parser, limits);
      } catch (JsonProcessingException e) {
        throw broken(parser, e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot fail to be read", e);
    }
  }

  /** {@code node} on one line, in UTF-8. */
  public static byte[] bytes(Node node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }

  /** {@code node} on one line. */
  public static String text(Node node) {
    StringBuilder out = new StringBuilder();
    Writing.write(node, out);
    return out.toString();
  }

  private static JsonFactory factory(Limits limits) {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        // Names that strangers choose are not kept for the life of the process.
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxStringLength(limits.textLength())
                .maxNameLength(LONGEST_KEY)
                .maxNumberLength(LONGEST_NUMBER)
                .build())
        .build();
  }

  private static Unreadable beyond(JsonParser parser, Limits limits) {
    String path = parser.getParsingContext().pathAsPointer().toString();
    boolean deep = parser.getParsingContext().getNestingDepth() >= limits.depth();
    return deep
        ? new Unreadable(
            Unreadable.Why.TOO_DEEP, path, "at most " + limits.depth() + " levels are read")
        : new Unreadable(
            Unreadable.Why.TOO_LONG_VALUE,
            path + place(parser.currentLocation()),
            "texts up to "
                + limits.textLength()
                + " characters are read, keys up to "
                + LONGEST_KEY
                + ", numbers up to "
                + LONGEST_NUMBER);
  }

  private static Unreadable broken(JsonParser parser, JsonProcessingException e) {
    JsonLocation where = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
    String place = parser.getParsingContext().pathAsPointer() + place(where);
    // Its message quotes what it met; only this one names nothing but a key.
    return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate ")
        ? new Unreadable(Unreadable.Why.KEY_TWICE, place, "each key stands once in its object")
        : new Unreadable(Unreadable.Why.NO_JSON, place, "one JSON object is expected");
  }

  private static String place(JsonLocation where) {
    return " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
  }
}
