package io.caresettle.sim.centre;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One mapping of the centre's own YAML files. */
record Sheet(String where, Map<?, ?> cells) {

  static Sheet ofResource(String name) {
    try (InputStream in = Sheet.class.getResourceAsStream("/centre/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The centre's file is missing: " + name);
      }
      return ofText(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sheet ofText(String name, String text) {
    Object read = new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(text);
    return of(name, read);
  }

  private static Sheet of(String where, Object node) {
    if (node instanceof Map<?, ?> cells) {
      return new Sheet(where, cells);
    }
    throw new IllegalArgumentException(where + ": expected a mapping");
  }

  Optional<Object> any(String key) {
    return Optional.ofNullable(cells.get(key));
  }

  Optional<String> textIfAny(String key) {
    return any(key).map(Object::toString);
  }

  String text(String key) {
    return textIfAny(key)
        .orElseThrow(() -> new IllegalArgumentException(where + ": " + key + " is missing"));
  }

  boolean flag(String key) {
    return textIfAny(key).map("true"::equals).orElse(false);
  }

  Sheet sheet(String key) {
    return of(
        where + "/" + key,
        any(key).orElseThrow(() -> new IllegalArgumentException(where + ": no " + key)));
  }

  List<Sheet> sheets(String key) {
    List<Sheet> sheets = new ArrayList<>();
    if (any(key).orElse(List.of()) instanceof List<?> list) {
      list.forEach(node -> sheets.add(of(where + "/" + key, node)));
    }
    return List.copyOf(sheets);
  }
}
