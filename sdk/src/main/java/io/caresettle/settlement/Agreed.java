package io.caresettle.settlement;

import io.caresettle.identity.Consent;
import io.caresettle.identity.Consented;
import io.caresettle.money.Money;
import io.caresettle.writing.Paper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a slip says of consents (R-SCOPE-05): whose, line by line, and never by name.
 *
 * @param emergency why nobody was asked; empty where somebody was, or nobody had to be
 * @param upTo the most that the centre may count as out of scope; nothing in records of versions
 *     that did not keep it
 */
public record Agreed(List<Line> lines, String emergency, Money upTo) {

  /**
   * The consent to one line.
   *
   * @param upTo the most that was agreed to
   * @param at by the clock of whoever asked
   */
  public record Line(
      String lineId,
      String catalogueCode,
      Money upTo,
      Consent.Giver giver,
      Consent.Form form,
      Instant at) {}

  public Agreed {
    lines = List.copyOf(lines);
  }

  /** Nobody had to be asked. */
  static Agreed nothing() {
    return new Agreed(List.of(), "", Money.ZERO);
  }

  static Agreed of(Consented consented) {
    return new Agreed(
        consented.consents().given().stream()
            .map(
                c ->
                    new Line(
                        c.lineId(), c.catalogueCode(), c.upTo(), c.giver(), c.form(), c.givenAt()))
            .toList(),
        consented.consents().emergency().orElse(""),
        consented.upTo());
  }

  void write(TextBody body) {
    if (!emergency.isEmpty()) {
      body.put("consent.emergency", emergency);
    }
    body.put("consents", lines.size()).put("consents.up-to", upTo);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      body.put("consent." + i + ".line", line.lineId())
          .put("consent." + i + ".code", line.catalogueCode())
          .put("consent." + i + ".up-to", line.upTo())
          .put("consent." + i + ".giver", line.giver())
          .put("consent." + i + ".form", line.form())
          .put("consent." + i + ".at", line.at());
    }
  }

  /** Records of versions before consents have none. */
  static Agreed read(TextBody body) {
    String count = body.getOrEmpty("consents");
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < (count.isEmpty() ? 0 : Integer.parseInt(count)); i++) {
      lines.add(
          new Line(
              body.get("consent." + i + ".line"),
              body.get("consent." + i + ".code"),
              Money.parseYuan(body.get("consent." + i + ".up-to")),
              Consent.Giver.valueOf(body.get("consent." + i + ".giver")),
              Consent.Form.valueOf(body.get("consent." + i + ".form")),
              Instant.parse(body.get("consent." + i + ".at"))));
    }
    String upTo = body.getOrEmpty("consents.up-to");
    return new Agreed(
        lines,
        body.getOrEmpty("consent.emergency"),
        upTo.isEmpty() ? Money.ZERO : Money.parseYuan(upTo));
  }

  void print(Paper paper) {
    if (lines.isEmpty() && emergency.isEmpty()) {
      return;
    }
    paper.rule();
    for (Line line : lines) {
      paper
          .left("自费同意 Consent, 行 line " + line.lineId() + " " + line.catalogueCode())
          .pair(
              "  " + line.giver().zh() + " " + line.giver().en() + ", " + line.form().zh(),
              "≤ " + line.upTo());
    }
    if (!emergency.isEmpty()) {
      paper.left("急救免除同意 Emergency, no consent asked: " + emergency);
    }
  }
}
