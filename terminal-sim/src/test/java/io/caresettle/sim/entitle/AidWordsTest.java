package io.caresettle.sim.entitle;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

@DisplayName("The centre's classes of aid and the packs'")
class AidWordsTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {Areas.SUZHOU, Areas.NANTONG, Areas.HAINAN, Areas.SHANGHAI})
  @DisplayName("are the same words in every pack that pays medical aid, so each finds its plan")
  void sameWords(String area) {
    Set<String> centres = new HashSet<>(Areas.aidClasses(area));
    assertFalse(centres.isEmpty(), "the centre knows no class of aid in " + area);
    List<String> differences = new ArrayList<>();
    int asked = 0;
    for (Map<?, ?> pack : packs()) {
      if (area.equals(pack.get("area")) && paysAid(pack)) {
        asked++;
        Set<String> packs = new HashSet<>();
        ((List<?>) requireNonNull(pack.get("aid_classes"))).forEach(w -> packs.add(w.toString()));
        packs.remove("none");
        if (!packs.equals(centres)) {
          differences.add(pack.get("topic") + " has " + packs + ", the centre " + centres);
        }
      }
    }
    assertTrue(asked > 0, "no pack of " + area + " pays medical aid");
    assertEquals(List.of(), differences);
  }

  private static boolean paysAid(Map<?, ?> pack) {
    return pack.get("plan") instanceof List<?> plan
        && plan.stream()
            .anyMatch(step -> step instanceof Map<?, ?> m && "medical-aid".equals(m.get("step")));
  }

  private static List<Map<?, ?>> packs() {
    List<Map<?, ?>> packs = new ArrayList<>();
    text("policy/packs.txt")
        .lines()
        .map(String::strip)
        .filter(line -> line.endsWith(".yaml"))
        .forEach(line -> packs.add(read("policy/" + line)));
    return packs;
  }

  private static Map<?, ?> read(String file) {
    Object pack = new Load(LoadSettings.builder().build()).loadFromString(text(file));
    return pack instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String text(String file) {
    try (InputStream in =
        requireNonNull(AidWordsTest.class.getClassLoader().getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
