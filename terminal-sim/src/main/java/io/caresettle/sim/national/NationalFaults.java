package io.caresettle.sim.national;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a national endpoint is going to do wrong, transaction by transaction. Whatever is wrong with
 * an answer is wrong after the money moved, for that is the moment that hurts.
 */
public final class NationalFaults {

  /** What is done wrong. */
  public enum Kind {
    /** The request never arrived: nothing is done, nothing is answered. */
    LOSE_REQUEST,
    /** It is done, and nothing is answered; the caller waits. */
    LOSE_ANSWER,
    /** It is done, and the connection closes without an answer. */
    CLOSE,
    /** It is done, and half of the answer comes. */
    HALF_ANSWER,
    /** It is done, and the gateway answers 500. */
    HTTP_500,
    /** Nothing is done, and the gateway answers 500. */
    HTTP_500_BEFORE,
    /** It is done, and the answer is a page of HTML. */
    GARBAGE,
    /** It is done twice, as a gateway that repeats a request does; the second answer comes. */
    DUPLICATE,
    /** It is done, and the cash in the answer is ten fen more. */
    WRONG_AMOUNTS,
    /** It is done, and answered later. */
    DELAY
  }

  /**
   * One of them.
   *
   * @param delay for {@link Kind#DELAY}
   */
  record Armed(Kind kind, Duration delay) {}

  private static final Pattern COMMAND =
      Pattern.compile(
          "fault (\\*|[0-9]{4,6}[A-Z]?)(?:#([0-9]{1,4}))? ([a-z0-9-]+?)(?:[ =]([0-9]{1,6})ms)?");

  private final Map<String, List<Armed>> armed = new LinkedHashMap<>();
  private final Map<String, Duration> latency = new LinkedHashMap<>();

  /** Arms a fault for the next request of this transaction, or of any for {@code *}. */
  public synchronized void next(String transaction, Kind kind) {
    add(transaction, 1, new Armed(kind, Duration.ZERO));
  }

  /** Answers the next request of this transaction so much later. */
  public synchronized void delayNext(String transaction, Duration delay) {
    add(transaction, 1, new Armed(Kind.DELAY, delay));
  }

  /** Answers every request of this transaction, or of any for {@code *}, so much later. */
  public synchronized void latency(String transaction, Duration delay) {
    latency.put(transaction, delay);
  }

  /**
   * Obeys a line such as {@code fault 2207 lose-answer}, {@code fault 2102#2 delay 500ms} or {@code
   * latency * 30ms}; says what it did.
   */
  public synchronized String obey(String line) {
    Matcher found = COMMAND.matcher(line.strip());
    if (line.strip().matches("latency (\\*|[0-9]{4,6}[A-Z]?) [0-9]{1,6}ms")) {
      String[] words = line.strip().split(" ", -1);
      latency(words[1], Duration.ofMillis(Long.parseLong(words[2].replace("ms", ""))));
      return "已设置 set  " + line.strip();
    }
    if (!found.matches()) {
      return "不明白 not understood: " + line + "; 例 e.g. fault 2207 lose-answer, latency * 30ms";
    }
    Kind kind;
    try {
      kind = Kind.valueOf(found.group(3).toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      return "没有这种故障 no such fault: " + found.group(3);
    }
    Duration delay =
        found.group(4) == null
            ? Duration.ofSeconds(1)
            : Duration.ofMillis(Long.parseLong(found.group(4)));
    int which = found.group(2) == null ? 1 : Integer.parseInt(found.group(2));
    add(found.group(1), which, new Armed(kind, delay));
    return "已设置 armed  " + line.strip();
  }

  /** At its turn among the next requests of the transaction; before it nothing is wrong. */
  private void add(String transaction, int which, Armed fault) {
    List<Armed> row = armed.computeIfAbsent(transaction, unused -> new ArrayList<>());
    while (row.size() < which - 1) {
      row.add(new Armed(Kind.DELAY, Duration.ZERO));
    }
    row.add(fault);
  }

  /** The fault whose turn it is. */
  synchronized Optional<Armed> take(String transaction) {
    for (String key : List.of(transaction, "*")) {
      List<Armed> row = armed.get(key);
      if (row != null && !row.isEmpty()) {
        Armed fault = row.remove(0);
        boolean nothing = fault.kind() == Kind.DELAY && fault.delay().isZero();
        return nothing ? Optional.empty() : Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  synchronized Duration latency(String transaction) {
    return latency.getOrDefault(transaction, latency.getOrDefault("*", Duration.ZERO));
  }
}
