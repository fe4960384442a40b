package io.caresettle.credential.card;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A chip that answers from a recorded dump: to a known command the recorded answer, to any other
 * 6D00. It can be told to answer differently, and to be pulled out.
 */
final class RecordedChip implements CardTransport {

  static final HexFormat HEX = HexFormat.of().withUpperCase();

  private static final String SELECT_SSSE = "00A404000F7378312E73682EC9E7BBE1B1A3D5CF00";
  private static final String INTERNAL = "00880000101122334455667788887766554433221100";

  /** Trace 1, with the records that a reader asks for beyond those it shows. */
  private static final String[] CARD = {
    SELECT_SSSE,
    "6F1C840F7378312E73682EC9E7BBE1B1A3D5CFA5098801019F0C038601039000",
    "00A4020002EF05",
    "9000",
    "00B2010012",
    "0110320500D15600000500000001FFFFFFFF9000",
    "00B2030006",
    "0304332E30309000",
    "00B2050006",
    "0504202401159000",
    "00B2060006",
    "0604203401159000",
    "00B207000B",
    "07094130303030303031319000",
    INTERNAL,
    "50332A1A4873F91D9000",
    "0084000008",
    "0F1E2D3C4B5A69789000",
    "0082000A1009CE38BDEB55956BA1A2A3A4A5A6A7A8",
    "9000",
    "00A4020002EF06",
    "9000",
    "00B2080014",
    "08123332393930303139383530333132303031319000",
    "00B2090020",
    "091EB2E2CAD4BCD70000000000000000000000000000000000000000000000009000",
    "00B24E0016",
    "4E1400000000000000000000000000000000000000009000",
    "00B20A0003",
    "0A01319000",
    "00B20D0006",
    "0D04198503129000",
  };

  private static final String[] PSAM = {
    "00A404000F7378332E73682EC9E7BBE1B1A3D5CF00",
    "6F11840F7378332E73682EC9E7BBE1B1A3D5CF9000",
    "00A4040006D15600000590",
    "6F088406D156000005909000",
    "BFDE67082886003205000000013332303530307378333230303030736811223344556677880000000000000000",
    "9000",
    "80FA000010887766554433221100" + "00000000000000",
    "FAA26BFBACFA930AAA9141E1E4896A179000",
    "BFDE670A288600320500000001333230353030737833323030303073680F1E2D3C4B5A69780000000000000000",
    "9000",
    "80FA000010A1A2A3A4A5A6A7A80000000000000000",
    "8FAF20211FDF24E38661189CF48AB1889000",
  };

  private final Map<String, String> answers = new LinkedHashMap<>();
  private final Map<String, String> beginnings = new LinkedHashMap<>();
  final List<String> received = new ArrayList<>();
  private int resets;
  private int removedAt = Integer.MAX_VALUE;
  private String historical = "00815445538600320500000001";

  private RecordedChip(String[] dump) {
    for (int i = 0; i < dump.length; i += 2) {
      answers.put(dump[i], dump[i + 1]);
    }
  }

  /** The card of trace 1. */
  static RecordedChip card() {
    return new RecordedChip(CARD);
  }

  /** The PSAM of trace 1. */
  static RecordedChip psam() {
    return new RecordedChip(PSAM);
  }

  RecordedChip answering(String command, String answer) {
    answers.put(command, answer);
    return this;
  }

  RecordedChip selectingAnswers(String answer) {
    return answering(SELECT_SSSE, answer);
  }

  RecordedChip provingItselfWith(String answer) {
    return answering(INTERNAL, answer);
  }

  RecordedChip withHistoricalBytes(String hex) {
    historical = hex;
    return this;
  }

  /** Every command that starts so, and is not known whole, gets this answer. */
  RecordedChip answeringToAnyThatStartsWith(String start, String answer) {
    beginnings.put(start, answer);
    return this;
  }

  /** Every command gets this answer. */
  RecordedChip answeringOnly(String answer) {
    answers.replaceAll((command, before) -> answer);
    return this;
  }

  RecordedChip removedAfter(int commands) {
    removedAt = commands;
    return this;
  }

  int resets() {
    return resets;
  }

  @Override
  public byte[] reset() throws CardRemovedException {
    requirePresence();
    resets++;
    return HEX.parseHex(historical);
  }

  @Override
  public byte[] transmit(byte[] command) throws CardRemovedException {
    requirePresence();
    String hex = HEX.formatHex(command);
    received.add(hex);
    String known = answers.get(hex);
    if (known == null) {
      known =
          beginnings.entrySet().stream()
              .filter(beginning -> hex.startsWith(beginning.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse("6D00");
    }
    return HEX.parseHex(known);
  }

  @Override
  public void close() {}

  private void requirePresence() throws CardRemovedException {
    if (received.size() >= removedAt) {
      throw new CardRemovedException("pulled out");
    }
  }
}
