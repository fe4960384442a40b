package io.caresettle.settlement;

import io.caresettle.money.Money;
import io.caresettle.money.VoluntaryPayer;
import io.caresettle.split.OtherLayer;
import java.util.ArrayList;
import java.util.List;

/** Who pays after the public layers, as a record of the journal says it. */
final class OthersText {

  private OthersText() {}

  static void layers(TextBody body, List<OtherLayer> layers) {
    if (layers.isEmpty()) {
      return;
    }
    body.put("others", layers.size());
    for (int i = 0; i < layers.size(); i++) {
      OtherLayer layer = layers.get(i);
      body.put("other." + i + ".payer", layer.payer().id())
          .put("other." + i + ".name", layer.payer().name())
          .put("other." + i + ".kind", layer.payer().kind())
          .put("other." + i + ".pays", layer.amount())
          .put("other." + i + ".authorisation", layer.authorisation());
    }
  }

  /** None in records of versions that did not know any. */
  static List<OtherLayer> layers(TextBody body) {
    List<OtherLayer> layers = new ArrayList<>();
    for (int i = 0; i < count(body, "others"); i++) {
      layers.add(
          new OtherLayer(
              new VoluntaryPayer(
                  body.get("other." + i + ".payer"),
                  body.get("other." + i + ".name"),
                  VoluntaryPayer.Kind.valueOf(body.get("other." + i + ".kind"))),
              Money.parseYuan(body.get("other." + i + ".pays")),
              body.get("other." + i + ".authorisation")));
    }
    return layers;
  }

  static void leave(TextBody body, List<Leave> given) {
    body.put("leave", given.size());
    for (int i = 0; i < given.size(); i++) {
      body.put("leave." + i + ".payer", given.get(i).payer())
          .put("leave." + i + ".authorisation", given.get(i).authorisation());
    }
  }

  static List<Leave> leave(TextBody body) {
    List<Leave> given = new ArrayList<>();
    for (int i = 0; i < count(body, "leave"); i++) {
      given.add(
          new Leave(body.get("leave." + i + ".payer"), body.get("leave." + i + ".authorisation")));
    }
    return given;
  }

  private static int count(TextBody body, String name) {
    String count = body.getOrEmpty(name);
    return count.isEmpty() ? 0 : Integer.parseInt(count);
  }
}
