package io.caresettle.sim.command;

import io.caresettle.sim.centre.CentreServer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Losses that are typed while the centre runs: {@code lost ID} and {@code found ID}. */
record LossConsole(CentreServer centre) {

  /** What can be lost. */
  enum Credential {
    CARD,
    CODES
  }

  static final String EXPECTED =
      "应为 lost 或 found，后接 32 位卡识别码或人员编号 / expected lost or found, with a card's identifier of 32"
          + " digits or a person's number such as P0000001";

  private static final Pattern COMMAND = Pattern.compile("(lost|found)\\s+(\\S+)");

  static Optional<Credential> credential(String id) {
    if (id.matches("[0-9A-F]{32}")) {
      return Optional.of(Credential.CARD);
    }
    return id.matches("P\\d{7}") ? Optional.of(Credential.CODES) : Optional.empty();
  }

  /** Does what the line says, and says what was done. */
  String obey(String line) {
    Matcher command = COMMAND.matcher(line);
    if (!command.matches()) {
      return EXPECTED;
    }
    String id = command.group(2);
    boolean isLost = command.group(1).equals("lost");
    Optional<Credential> what = credential(id);
    if (what.isEmpty()) {
      return EXPECTED;
    }
    switch (what.get()) {
      case CARD -> {
        if (isLost) {
          centre.reportCardLost(id);
        } else {
          centre.cardFound(id);
        }
      }
      case CODES -> {
        if (isLost) {
          centre.reportCodesLost(id);
        } else {
          centre.codesFound(id);
        }
      }
    }
    return (isLost ? "已挂失 reported lost  " : "已解挂 found again  ") + id;
  }
}
