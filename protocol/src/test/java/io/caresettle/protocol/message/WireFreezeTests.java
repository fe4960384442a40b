package io.caresettle.protocol.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The wire as it was promised lies in {@code wire-freeze.txt}: a line for each field and each enum
 * number, and a line for each that is retired.
 *
 * <p>To add something, run this test once with {@code -Dcaresettle.freeze=write} and commit the
 * file with the change. To remove something, reserve its number and its name first; then its line
 * becomes a retired one.
 */
@DisplayName("The wire that was promised")
class WireFreezeTests {

  private static final Path LISTING = Path.of("src/test/resources/wire-freeze.txt");

  private static final String RETIRED = "retired ";

  @Test
  void keepsEveryNumberItsNameAndItsType() throws IOException {
    Set<String> now = listing();
    List<String> broken = new ArrayList<>();
    for (String promised : promised()) {
      if (!now.contains(promised) && !isReserved(promised)) {
        broken.add(promised);
      }
    }
    assertEquals(
        List.of(), broken, "Changed or removed without reserving both the number and the name");
  }

  @Test
  void isListedWhole() throws IOException {
    Set<String> whole = new TreeSet<>(listing());
    for (String promised : promised()) {
      if (!whole.contains(promised)) {
        assertTrue(isReserved(promised), promised);
        whole.add(promised.startsWith(RETIRED) ? promised : RETIRED + promised);
      }
    }
    if ("write".equals(System.getProperty("caresettle.freeze"))) {
      Files.createDirectories(LISTING.toAbsolutePath().getParent());
      Files.write(LISTING, whole);
    }
    assertEquals(
        String.join("\n", whole),
        String.join("\n", promised()),
        "The wire has grown: see this class for how to list it");
  }

  private static List<String> promised() throws IOException {
    return Files.exists(LISTING) ? Files.readAllLines(LISTING) : List.of();
  }

  private static Set<String> listing() {
    Set<String> lines = new TreeSet<>();
    for (Descriptor message : WireFiles.messages()) {
      lines.add("message " + message.getFullName());
      for (FieldDescriptor field : message.getFields()) {
        lines.add(
            String.format(
                Locale.ROOT,
                "field %s %03d %s %s",
                message.getFullName(),
                field.getNumber(),
                field.getName(),
                type(field)));
      }
    }
    for (EnumDescriptor type : WireFiles.enums()) {
      type.getValues()
          .forEach(
              value ->
                  lines.add(
                      String.format(
                          Locale.ROOT,
                          "number %s %03d %s",
                          type.getFullName(),
                          value.getNumber(),
                          value.getName())));
    }
    return lines;
  }

  private static String type(FieldDescriptor field) {
    String type =
        switch (field.getJavaType()) {
          case MESSAGE -> field.getMessageType().getFullName();
          case ENUM -> field.getEnumType().getFullName();
          default -> field.getType().name().toLowerCase(Locale.ROOT);
        };
    String label =
        field.isRepeated() ? "repeated " : field.toProto().getProto3Optional() ? "optional " : "";
    String oneof =
        field.getRealContainingOneof() == null
            ? ""
            : " in " + field.getRealContainingOneof().getName();
    return label + type + oneof;
  }

  /** A field or a number is gone for good when both its number and its name are reserved. */
  private static boolean isReserved(String line) {
    String[] words =
        (line.startsWith(RETIRED) ? line.substring(RETIRED.length()) : line).split(" ", -1);
    if (words.length < 4) {
      return false;
    }
    int number = Integer.parseInt(words[2]);
    if (words[0].equals("field")) {
      return WireFiles.messages().stream()
          .filter(message -> message.getFullName().equals(words[1]))
          .map(Descriptor::toProto)
          .anyMatch(message -> reserves(message, number, words[3]));
    }
    return WireFiles.enums().stream()
        .filter(type -> type.getFullName().equals(words[1]))
        .map(EnumDescriptor::toProto)
        .anyMatch(type -> reserves(type, number, words[3]));
  }

  private static boolean reserves(DescriptorProto message, int number, String name) {
    return message.getReservedNameList().contains(name)
        && message.getReservedRangeList().stream()
            .anyMatch(range -> range.getStart() <= number && number < range.getEnd());
  }

  private static boolean reserves(EnumDescriptorProto type, int number, String name) {
    return type.getReservedNameList().contains(name)
        && type.getReservedRangeList().stream()
            .anyMatch(range -> range.getStart() <= number && number <= range.getEnd());
  }
}
