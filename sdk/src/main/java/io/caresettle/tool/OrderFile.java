package io.caresettle.tool;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.MalformedPack;
import io.caresettle.policy.compiled.PolicyOrder;
import io.caresettle.problem.Misuse;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * An emergency order as its author writes it: {@code kind: order}, {@code number}, {@code names},
 * the topic that it {@code replaces}, and beside it the file of its {@code pack}, in YAML or
 * compiled.
 */
final class OrderFile {

  /** How a signed order begins. */
  private static final byte[] MAGIC = "CSOR".getBytes(StandardCharsets.US_ASCII);

  private final Path file;

  private OrderFile(Path file) {
    this.file = file;
  }

  static boolean isSignedOrder(byte[] signed) {
    return Arrays.equals(MAGIC, Arrays.copyOf(signed, MAGIC.length));
  }

  /** Whether a text says at its left edge that it is one. */
  static boolean isOrder(Path file) {
    return !PackFile.isCompiled(file)
        && new String(InputFile.bytes(file), StandardCharsets.UTF_8)
            .lines()
            .anyMatch(line -> line.matches("kind: *\"?order\"?\\s*(#.*)?"));
  }

  /** The order of a file; every fault of it at once. */
  static PolicyOrder read(Path file) {
    return Reading.of(file, new OrderFile(file)::bind);
  }

  private Optional<PolicyOrder> bind(Mapping order) {
    order.required("kind").word(Map.of("order", true));
    Optional<String> number = line(order.required("number"));
    Optional<Mapping> names = order.required("names").mapping();
    Optional<String> zh = names.flatMap(both -> line(both.required("zh")));
    Optional<String> en = names.flatMap(both -> line(both.required("en")));
    Optional<String> replaces = line(order.required("replaces"));
    Field packField = order.required("pack");
    Optional<CompiledPack> pack = line(packField).flatMap(name -> pack(packField, name));
    if (number.isEmpty() || zh.isEmpty() || en.isEmpty() || replaces.isEmpty() || pack.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PolicyOrder(number.get(), zh.get(), en.get(), replaces.get(), pack.get()));
    } catch (MalformedPack e) {
      order.faultAtKey(
          "replaces",
          "'" + replaces.get() + "' with a pack of the topic '" + pack.get().id().topic() + "'",
          "the topic of the ordinary pack, and another one in a pack about benefits");
      return Optional.empty();
    }
  }

  private Optional<CompiledPack> pack(Field field, String name) {
    try {
      return Optional.of(PackFile.one(file.resolveSibling(name)));
    } catch (Misuse e) {
      field.fault(String.valueOf(e.getMessage()), "the file of the order's pack, beside the order");
      return Optional.empty();
    }
  }

  private static Optional<String> line(Field field) {
    return field.text(
        "a text in one line that says something",
        text -> {
          if (text.isBlank() || text.matches("(?s).*\\p{Cntrl}.*")) {
            throw new IllegalArgumentException(text);
          }
          return text;
        });
  }
}
