package io.caresettle.credential.card;

import io.caresettle.problem.Misuse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A card or a PSAM that was recorded: it answers the commands of the recording, in their order, and
 * no others.
 *
 * <p>A recording is a text. {@code CARD > hex} is a command, the next {@code CARD < hex} its
 * answer; {@code SAM} in the place of {@code CARD} is the PSAM; {@code ATR hex} the card's answer
 * to reset. What follows a semicolon, an empty line, and a line of {@code TERM} are remarks. A
 * recording holds what the card said: one of a real holder is that holder's data.
 */
public final class ReplayTransport implements CardTransport {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final Pattern EXCHANGE =
      Pattern.compile("(CARD|SAM)\\s*([<>])\\s*((?:[0-9A-Fa-f]{2})+)");
  private static final Pattern ATR = Pattern.compile("ATR\\s+((?:[0-9A-Fa-f]{2}){2,33})");
  private static final int HEADER = 4;

  /** One recorded command, its answer, and the line it was answered in; hexadecimal digits. */
  private record Recorded(int line, String command, String answer) {}

  private final byte[] historicalBytes;
  private final List<Recorded> recorded;
  private int at;

  private ReplayTransport(byte[] historicalBytes, List<Recorded> recorded) {
    this.historicalBytes = historicalBytes;
    this.recorded = recorded;
  }

  /**
   * The chip of a slot in a recording.
   *
   * @throws IllegalArgumentException with the line that is none of a recording
   */
  public static ReplayTransport of(CardTrace.Slot slot, String recording) {
    String wanted = slot == CardTrace.Slot.CARD ? "CARD" : "SAM";
    byte[] historical = new byte[0];
    List<Recorded> exchanges = new ArrayList<>();
    String pending = "";
    int number = 0;
    for (String whole : recording.lines().toList()) {
      number++;
      String line = whole.replaceFirst(";.*", "").strip();
      if (line.isEmpty() || line.startsWith("TERM")) {
        continue;
      }
      Matcher atr = ATR.matcher(line);
      if (atr.matches()) {
        historical = slot == CardTrace.Slot.CARD ? historical(atr.group(1), number) : historical;
        continue;
      }
      Matcher exchange = EXCHANGE.matcher(line);
      if (!exchange.matches()) {
        throw wrong(number, "found neither ATR, CARD, SAM nor TERM with hexadecimal digits");
      }
      if (!exchange.group(1).equals(wanted)) {
        continue;
      }
      String digits = exchange.group(3).toUpperCase(Locale.ROOT);
      boolean command = exchange.group(2).equals(">");
      if (command != pending.isEmpty()) {
        throw wrong(number, command ? "a command before the last was answered" : "no command");
      }
      if (command) {
        pending = digits;
      } else {
        exchanges.add(new Recorded(number, pending, digits));
        pending = "";
      }
    }
    if (!pending.isEmpty()) {
      throw wrong(number, "the last command has no answer");
    }
    return new ReplayTransport(historical, List.copyOf(exchanges));
  }

  /** The low half of the second byte says how many bytes at the end are historical. */
  private static byte[] historical(String atr, int line) {
    byte[] bytes = HEX.parseHex(atr);
    int count = bytes[1] & 0xF;
    if (count > bytes.length - 2) {
      throw wrong(line, "fewer historical bytes than the answer to reset announces");
    }
    return Arrays.copyOfRange(bytes, bytes.length - count, bytes.length);
  }

  private static IllegalArgumentException wrong(int line, String what) {
    return new IllegalArgumentException("Line " + line + " of the recording: " + what);
  }

  /** How many recorded commands were not sent yet. */
  public int left() {
    return recorded.size() - at;
  }

  /** A recording knows one power: resets are answered and change nothing. */
  @Override
  public byte[] reset() {
    return historicalBytes.clone();
  }

  /**
   * Answers as recorded.
   *
   * @throws Misuse when another command was recorded here; it names both by their headers alone,
   *     since their data may be a PIN
   */
  @Override
  public byte[] transmit(byte[] command) {
    String found = HEX.formatHex(command);
    if (at == recorded.size()) {
      throw new Misuse(
          "Exchange " + (at + 1) + ": found " + shown(found) + ", expected no more commands");
    }
    Recorded next = recorded.get(at);
    if (!found.equals(next.command())) {
      int same = 0;
      while (found.regionMatches(0, next.command(), 0, same + 1)) {
        same++;
      }
      throw new Misuse(
          String.format(
              Locale.ROOT,
              "Exchange %d (line %d of the recording): found %s, expected %s; they differ from byte"
                  + " %d on",
              at + 1,
              next.line(),
              shown(found),
              shown(next.command()),
              same / 2 + 1));
    }
    at++;
    return HEX.parseHex(next.answer());
  }

  private static String shown(String command) {
    return command.substring(0, Math.min(2 * HEADER, command.length()))
        + " ("
        + command.length() / 2
        + " bytes)";
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
