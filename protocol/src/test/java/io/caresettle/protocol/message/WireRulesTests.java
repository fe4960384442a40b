package io.caresettle.protocol.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.caresettle.protocol.wire.MessageType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The house rules of the .proto files")
class WireRulesTests {

  /** Nothing but the link's own messages is in this block, and they carry nothing. */
  private static final int FIRST_OF_LINK = 90;

  private static final int LAST_OF_LINK = 99;

  private static final Pattern COMMENTED_FIELD =
      Pattern.compile(
          "((?:^ *//[^\\n]*\\n)+)^ +(?:repeated |optional )?(\\S+) (\\w+) = \\d+;",
          Pattern.MULTILINE);

  private static final Pattern DEFINITION =
      Pattern.compile("^([^\\n]*)\\n *(?:message|enum) (\\w+) ", Pattern.MULTILINE);

  @Test
  void everyFileIsReachedAndGoesToOnePackage() {
    assertEquals(WireFiles.written().keySet(), WireFiles.compiled().keySet());
    WireFiles.compiled()
        .values()
        .forEach(
            file -> {
              assertEquals("caresettle.v1", file.getPackage(), file.getName());
              assertEquals("io.caresettle.protocol.wire", file.getOptions().getJavaPackage());
              assertTrue(file.getOptions().getJavaMultipleFiles(), file.getName());
            });
    WireFiles.written()
        .forEach(
            (name, text) -> {
              assertTrue(text.startsWith("syntax = \"proto3\";\n"), name);
              assertTrue(text.lines().count() <= 250, name + " wants splitting");
            });
  }

  @Test
  void everyTypeCarriesTheMessageOfItsNameAndEveryRequestHasItsAnswer() {
    Set<Integer> numbers = new HashSet<>();
    Set<Descriptor> carried = new HashSet<>();
    for (MessageType type : MessageType.values()) {
      if (type == MessageType.UNRECOGNIZED || type.getNumber() == 0) {
        continue;
      }
      assertTrue(numbers.add(type.getNumber()), type + " shares its number");
      if (type.getNumber() >= FIRST_OF_LINK && type.getNumber() <= LAST_OF_LINK) {
        continue;
      }
      Message prototype = Kinds.PROTOTYPES.get(type);
      if (prototype == null) {
        throw new AssertionError(type + " carries nothing");
      }
      String name = prototype.getDescriptorForType().getName();
      assertEquals(type == MessageType.CATALOGUE ? "CatalogueRequest" : camel(type), name);
      assertTrue(carried.add(prototype.getDescriptorForType()), name + " has two types");
      boolean answer = type.name().endsWith("_ANSWER");
      assertEquals(answer, type.getNumber() % 2 == 0, type + " is odd where it is a request");
      assertEquals(
          answer ? Optional.empty() : Optional.of(MessageType.valueOf(type.name() + "_ANSWER")),
          Messages.answerTo(type));
    }
  }

  private static String camel(MessageType type) {
    StringBuilder name = new StringBuilder();
    for (String word : type.name().split("_", -1)) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }

  @Test
  void everyEnumBeginsWithWhatNobodySaid() {
    for (EnumDescriptor type : WireFiles.enums()) {
      String prefix =
          type.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
      assertEquals(prefix + "_UNSPECIFIED", type.getValues().get(0).getName(), type.getFullName());
      assertEquals(0, type.getValues().get(0).getNumber(), type.getFullName());
      Set<Integer> numbers = new HashSet<>();
      type.getValues()
          .forEach(value -> assertTrue(numbers.add(value.getNumber()), value.getFullName()));
    }
  }

  @Test
  void everyFieldIsOfAKindThatThisWireCanBound() {
    for (Descriptor message : WireFiles.messages()) {
      for (FieldDescriptor field : message.getFields()) {
        String name = field.getFullName();
        assertTrue(
            field.getType() != FieldDescriptor.Type.FLOAT
                && field.getType() != FieldDescriptor.Type.DOUBLE,
            name + " is no whole number");
        assertTrue(!field.isRequired(), name + " is required");
        assertTrue(field.getNumber() < Long.SIZE, name + " has a number above 63");
        if (field.isRepeated()) {
          assertTrue(
              Set.of(
                      FieldDescriptor.JavaType.MESSAGE,
                      FieldDescriptor.JavaType.STRING,
                      FieldDescriptor.JavaType.BYTE_STRING)
                  .contains(field.getJavaType()),
              name + " repeats a number: a byte of it takes 24");
        }
        if (name.endsWith("_millis") || name.endsWith("_micros") || name.endsWith("_e4")) {
          assertEquals(FieldDescriptor.Type.INT64, field.getType(), name);
        }
      }
      assertTrue(
          !contains(message, message, new HashSet<>()), message.getName() + " nests in itself");
    }
  }

  private static boolean contains(Descriptor outer, Descriptor sought, Set<Descriptor> seen) {
    return outer.getFields().stream()
        .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
        .map(FieldDescriptor::getMessageType)
        .anyMatch(inner -> inner == sought || (seen.add(inner) && contains(inner, sought, seen)));
  }

  @Test
  void moneyIsWholeFen() {
    int money = 0;
    for (Map.Entry<String, String> file : WireFiles.written().entrySet()) {
      Matcher field = COMMENTED_FIELD.matcher(file.getValue());
      while (field.find()) {
        if (field.group(1).matches("(?s).*\\b[Ff]en\\b.*") && !field.group(2).startsWith("map<")) {
          assertEquals("int64", field.group(2), file.getKey() + ": " + field.group(3));
          money++;
        }
      }
    }
    assertTrue(money >= 20, "found only " + money + " fields in fen");
    FieldDescriptor yearToDate =
        io.caresettle.protocol.wire.Enrolment.getDescriptor().findFieldByName("year_to_date");
    assertEquals(
        FieldDescriptor.Type.INT64, yearToDate.getMessageType().findFieldByName("value").getType());
    io.caresettle.protocol.wire.Split.getDescriptor().getFields().stream()
        .filter(part -> !part.getName().equals("other_layers"))
        .forEach(part -> assertEquals(FieldDescriptor.Type.INT64, part.getType(), part.getName()));
    assertEquals(
        FieldDescriptor.Type.INT64,
        io.caresettle.protocol.wire.OtherLayer.getDescriptor().findFieldByName("amount").getType());
  }

  @Test
  void everyMessageAndEnumSaysWhatItIs() {
    List<String> silent = new ArrayList<>();
    WireFiles.written()
        .forEach(
            (name, text) -> {
              Matcher definition = DEFINITION.matcher(text);
              while (definition.find()) {
                if (!definition.group(1).strip().startsWith("//")) {
                  silent.add(name + ": " + definition.group(2));
                }
              }
            });
    assertEquals(List.of(), silent);
  }
}
