package io.caresettle.centre.national.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the tree of one message, and counts what it makes. */
final class Tree {

  private static final Value NOTHING = new Value.Nothing();

  private final JsonParser parser;
  private final Limits limits;
  private int made;

  Tree(JsonParser parser, Limits limits) {
    this.parser = parser;
    this.limits = limits;
  }

  Node whole() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new Unreadable(Unreadable.Why.NO_OBJECT, "/", "one JSON object is expected");
    }
    Node node = object();
    if (parser.nextToken() != null) {
      throw new Unreadable(
          Unreadable.Why.NO_OBJECT, "the end of the object", "nothing may stand after it");
    }
    return node;
  }

  /** Behind the bracket that opens it. The depth that is recursed to is bounded by the parser. */
  private Node object() throws IOException {
    count();
    Map<String, Value> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      members.put(key, value());
    }
    return new Node(members);
  }

  private Value value() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> list();
      case VALUE_STRING -> new Value.Text(counted(parser.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Digits(digits());
      case VALUE_TRUE -> new Value.Truth(counted(true));
      case VALUE_FALSE -> new Value.Truth(counted(false));
      default -> counted(NOTHING);
    };
  }

  private Value list() throws IOException {
    count();
    List<Value> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value());
    }
    return new Value.Rows(values);
  }

  /** As written: an exponent would make a thousand yuan of four characters. */
  private String digits() throws IOException {
    String digits = counted(parser.getText());
    if (digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0) {
      throw new Unreadable(Unreadable.Why.EXPONENT, here(), "write all digits of the number");
    }
    return digits;
  }

  private <T> T counted(T value) {
    count();
    return value;
  }

  private void count() {
    if (++made > limits.values()) {
      throw new Unreadable(
          Unreadable.Why.TOO_MANY,
          here(),
          "at most " + limits.values() + " values are read: send less at a time");
    }
  }

  private String here() {
    return parser.getParsingContext().pathAsPointer().toString();
  }
}
