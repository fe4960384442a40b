package io.caresettle.sim.proxy;

import io.caresettle.protocol.wire.MessageType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fault as it is asked for in words, such as {@code settle-answer#2 delay=5s}. */
final class FaultText {

  /** The moment of every piece. */
  static final String ANY = "any";

  /** The moment of whatever is no frame of ours. */
  static final String BYTES = "bytes";

  /** How a fault is asked for; told to whoever did it otherwise. */
  static final String FORM =
      "MOMENT[#N] FAULT, such as 'settle-answer#2 delay=5s'. Faults: lose, delay=TIME, duplicate,"
          + " reorder, split=BYTES[,TIME], throttle=BYTES, cut-one-way, reset, half-open, corrupt;"
          + " TIME such as 300ms or 5s";

  private static final Pattern WORDS =
      Pattern.compile("([a-z-]+)(?:#(\\d{1,6}))?\\s+([a-z-]+)(?:=(\\S+))?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,7})(ms|s)");
  private static final Map<String, Function<String, Fault>> FAULTS =
      Map.of(
          "lose", none -> plain(none, new Fault.Lose()),
          "delay", time -> new Fault.Delay(time(time)),
          "duplicate", none -> plain(none, new Fault.Duplicate()),
          "reorder", none -> plain(none, new Fault.Reorder()),
          "split", FaultText::split,
          "throttle", bytes -> new Fault.Throttle(number(bytes)),
          "cut-one-way", none -> plain(none, new Fault.CutOneWay()),
          "reset", none -> plain(none, new Fault.Reset()),
          "half-open", none -> plain(none, new Fault.HalfOpen()),
          "corrupt", none -> plain(none, new Fault.CorruptByte()));

  private FaultText() {}

  /** Asks {@code faults} for what {@code words} say. */
  static void ask(NamedFaults faults, String words) {
    Matcher m = WORDS.matcher(words.strip());
    if (!m.matches() || !moments().contains(m.group(1)) || !FAULTS.containsKey(m.group(3))) {
      throw wrong(words);
    }
    String value = m.group(4) == null ? "" : m.group(4);
    int nth = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
    Fault fault;
    try {
      fault = FAULTS.getOrDefault(m.group(3), FaultText::split).apply(value);
    } catch (IllegalArgumentException e) {
      throw e.getMessage() == null || e.getMessage().isEmpty()
          ? wrong(words)
          : new IllegalArgumentException(e.getMessage() + ": " + words, e);
    }
    faults.ask(m.group(1), nth, fault);
  }

  private static IllegalArgumentException wrong(String words) {
    return new IllegalArgumentException(
        "Not a fault: '" + words + "'. Expected " + FORM + ". Moments: " + moments());
  }

  private static Fault plain(String value, Fault fault) {
    if (!value.isEmpty()) {
      throw new IllegalArgumentException("This fault takes no value, but has '" + value + "'");
    }
    return fault;
  }

  private static Fault split(String value) {
    int comma = value.indexOf(',');
    return comma < 0
        ? new Fault.Split(number(value), Duration.ofMillis(1))
        : new Fault.Split(number(value.substring(0, comma)), time(value.substring(comma + 1)));
  }

  private static int number(String value) {
    if (!value.matches("\\d{1,6}")) {
      throw new IllegalArgumentException("Expected a number of bytes, but found '" + value + "'");
    }
    return Integer.parseInt(value);
  }

  private static Duration time(String value) {
    Matcher m = TIME.matcher(value);
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "Expected a time such as 300ms or 5s, but found '" + value + "'");
    }
    long n = Long.parseLong(m.group(1));
    return m.group(2).equals("s") ? Duration.ofSeconds(n) : Duration.ofMillis(n);
  }

  /** Every moment there is. */
  static List<String> moments() {
    List<String> moments = new ArrayList<>(FrameNames.HANDSHAKE);
    for (MessageType type : MessageType.values()) {
      if (type != MessageType.UNRECOGNIZED && type != MessageType.MESSAGE_TYPE_UNSPECIFIED) {
        moments.add(of(type));
      }
    }
    moments.add(BYTES);
    moments.add(ANY);
    return moments;
  }

  static String of(MessageType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
