package io.caresettle.protocol.sm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Published and cross-checked test vectors, which lie beside the tests. */
final class Vectors {

  private Vectors() {}

  /** One vector: named fields, most of them hex. */
  record Vector(Map<?, ?> fields) {

    String text(String name) {
      return Objects.requireNonNull(fields.get(name), name).toString();
    }

    byte[] bytes(String name) {
      return HexFormat.of().parseHex(text(name));
    }

    boolean has(String name) {
      return fields.containsKey(name);
    }

    boolean isValid() {
      return text("result").equals("valid");
    }

    @Override
    public String toString() {
      return fields.get("tcId") + " " + fields.get("comment");
    }
  }

  /** All tests of {@code sm/<name>.json}; fails if the file has fewer than it says. */
  static Stream<Vector> of(String name) {
    Map<?, ?> file = (Map<?, ?>) load("sm/" + name + ".json");
    List<?> tests = (List<?>) Objects.requireNonNull(file.get("tests"));
    if (!Objects.equals(file.get("numberOfTests"), tests.size())) {
      throw new IllegalStateException(name + " is not complete");
    }
    return tests.stream().map(test -> new Vector((Map<?, ?>) test));
  }

  /** One section of the known answers. */
  static Vector knownAnswer(String section) {
    Map<?, ?> file = (Map<?, ?>) load("gm-known-answers.json");
    return new Vector((Map<?, ?>) Objects.requireNonNull(file.get(section)));
  }

  /** What the known answers are of. */
  static Set<?> knownAnswerSections() {
    return ((Map<?, ?>) load("gm-known-answers.json")).keySet();
  }

  private static Object load(String path) {
    try (InputStream json = Vectors.class.getResourceAsStream("/vectors/" + path)) {
      Objects.requireNonNull(json, path);
      return new Load(LoadSettings.builder().build()).loadFromInputStream(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
