package io.caresettle.sim;

import static java.util.Objects.requireNonNull;

import io.caresettle.sim.adjudicate.LawBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A law book of the ordinances that come along, and nothing else: whether the packs of benefits can
 * be read is for other tests to hold.
 */
public final class ShippedOrdinances {

  private ShippedOrdinances() {}

  public static LawBook book() {
    Map<String, String> texts = new HashMap<>();
    for (String place :
        List.of("jiangsu", "jiangsu/suzhou", "jiangsu/nantong", "hainan", "shanghai")) {
      String file = "policy/" + place + "/entitlement.yaml";
      try (InputStream in =
          requireNonNull(ShippedOrdinances.class.getClassLoader().getResourceAsStream(file))) {
        texts.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return LawBook.ofTexts(texts);
  }
}
