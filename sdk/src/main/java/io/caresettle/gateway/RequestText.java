package io.caresettle.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the bytes of a request into {@link Given} values, within limits of depth and length, each
 * key once. What a parser says of a text may quote it, so only places are told.
 */
final class RequestText {

  static final int DEEPEST = 16;
  private static final int LONGEST_TEXT = 16_384;
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_NUMBER = 18;

  private static final JsonFactory READER =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNameLength(LONGEST_KEY)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  private RequestText() {}

  /**
   * The one object in {@code body}; no body is an object without keys.
   *
   * @throws Problem when it is anything else
   */
  static Given read(byte[] body) {
    if (body.length == 0) {
      return Given.nothing();
    }
    try (JsonParser parser = READER.createParser(text(body))) {
      try {
        return whole(parser);
      } catch (StreamConstraintsException e) {
        throw Problem.at(
            parser.getParsingContext().pathAsPointer().toString(),
            "more than the gateway reads",
            "at most "
                + DEEPEST
                + " levels, texts of "
                + LONGEST_TEXT
                + " characters, keys of "
                + LONGEST_KEY
                + " and numbers of "
                + LONGEST_NUMBER
                + " digits");
      } catch (JsonProcessingException e) {
        throw broken(parser, e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot fail to be read", e);
    }
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.at("", "bytes that are no UTF-8", "JSON in UTF-8", "send it in UTF-8");
    }
  }

  private static Problem broken(JsonParser parser, JsonProcessingException e) {
    // Its message quotes what it met; only this one names nothing but a key.
    boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
    JsonLocation where = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
    return Problem.at(
        parser.getParsingContext().pathAsPointer().toString(),
        (twice ? "a key a second time" : "no JSON")
            + " at line "
            + where.getLineNr()
            + ", column "
            + where.getColumnNr(),
        twice ? "each key once" : "one JSON object");
  }

  private static Given whole(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw Problem.at("", "something else", "one JSON object");
    }
    Given given = value(parser, "");
    if (parser.nextToken() != null) {
      throw Problem.at("", "more after the object", "one JSON object and nothing after it");
    }
    return given;
  }

  private static Given value(JsonParser parser, String pointer) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Given> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          members.put(key, value(parser, pointer + "/" + escaped(key)));
        }
        yield new Given(pointer, members);
      }
      case START_ARRAY -> {
        List<Given> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          elements.add(value(parser, pointer + "/" + elements.size()));
        }
        yield new Given(pointer, elements);
      }
      case VALUE_STRING -> new Given(pointer, parser.getText());
      case VALUE_NUMBER_INT -> new Given(pointer, Long.valueOf(parser.getLongValue()));
      case VALUE_NUMBER_FLOAT -> new Given(pointer, Given.Odd.FRACTION);
      case VALUE_TRUE -> new Given(pointer, true);
      case VALUE_FALSE -> new Given(pointer, false);
      default -> new Given(pointer, Given.Odd.NULL);
    };
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
