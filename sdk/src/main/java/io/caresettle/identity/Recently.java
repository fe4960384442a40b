package io.caresettle.identity;

import io.caresettle.credential.Credential;
import io.caresettle.credential.InsuranceCode;
import io.caresettle.credential.SocialSecurityCard;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one terminal remembers of the last minutes: failed checks, where a credential was shown, and
 * what was reported lost here. In memory only, by digest, and never more than a bounded number of
 * entries: the oldest are forgotten first.
 */
final class Recently {

  /** More than a terminal's counters see in a day; a day's digests are a megabyte. */
  private static final int ENTRIES = 4096;

  /**
   * One failure is a mixed-up registration, a second the same tried again. The third is not an
   * accident any more, and it is what a card allows wrong PINs in its stricter form.
   */
  static final int FAILURES = 3;

  /** Long enough that waiting it out at a counter is seen by everybody. */
  static final Duration FAILING = Duration.ofMinutes(15);

  /** Less than it takes to leave one counter, queue, and be served for another visit. */
  static final Duration WALKING = Duration.ofMinutes(2);

  /** Until then the centre's own list has it (NT 48¶3). */
  static final Duration HINT = Duration.ofHours(24);

  private record Shown(String counter, String visit, Instant at) {}

  private final Map<String, Deque<Instant>> failures = bounded();
  private final Map<String, Shown> shown = bounded();
  private final Map<String, Instant> lost = bounded();

  /** Whose a code was found to be. A code lives a minute, and its owner shows the next one. */
  private final Map<String, String> owners = bounded();

  /** Learns whose a code is; a card is known by itself. */
  synchronized void belongs(Credential credential, String personNumber) {
    if (credential instanceof InsuranceCode) {
      owners.put(textKey(credential), digest("codes of " + personNumber));
    }
  }

  synchronized void failed(String visit, Instant now) {
    failed(new String[] {visitKey(visit)}, now);
  }

  synchronized void failed(Credential credential, String visit, Instant now) {
    failed(new String[] {key(credential), visitKey(visit)}, now);
  }

  private void failed(String[] keys, Instant now) {
    for (String key : keys) {
      Deque<Instant> times = failures.computeIfAbsent(key, k -> new ArrayDeque<>());
      times.addLast(now);
      while (times.size() > FAILURES) {
        times.removeFirst();
      }
    }
  }

  synchronized boolean tooOften(Credential credential, String visit, Instant now) {
    return tooOften(key(credential), now) || tooOften(visitKey(visit), now);
  }

  private boolean tooOften(String key, Instant now) {
    Deque<Instant> times = failures.get(key);
    return times != null
        && times.stream().filter(at -> at.plus(FAILING).isAfter(now)).count() >= FAILURES;
  }

  synchronized void forgive(Credential credential, String visit) {
    failures.remove(key(credential));
    failures.remove(visitKey(visit));
  }

  /** A supervisor looked: then also where it was shown is forgotten. */
  synchronized void release(Credential credential, String visit) {
    forgive(credential, visit);
    shown.remove(key(credential));
  }

  synchronized boolean isElsewhere(
      Credential credential, String counter, String visit, Instant now) {
    Shown last = shown.get(key(credential));
    return last != null
        && last.at().plus(WALKING).isAfter(now)
        && !last.counter().equals(counter)
        && !last.visit().equals(visit);
  }

  synchronized void shown(Credential credential, String counter, String visit, Instant now) {
    shown.put(key(credential), new Shown(counter, visit, now));
  }

  synchronized void lost(Credential credential, Instant now) {
    lost.putIfAbsent(key(credential), now);
  }

  synchronized void found(Credential credential) {
    lost.remove(key(credential));
    lost.remove(textKey(credential));
  }

  synchronized Optional<Instant> lostSince(Credential credential, Instant now) {
    return Optional.ofNullable(lost.get(key(credential)))
        .or(() -> Optional.ofNullable(lost.get(textKey(credential))))
        .filter(since -> since.plus(HINT).isAfter(now));
  }

  /** A card is known by itself, a code by its owner as soon as the centre has named one. */
  private String key(Credential credential) {
    String text = textKey(credential);
    return owners.getOrDefault(text, text);
  }

  static String textKey(Credential credential) {
    return digest(
        credential instanceof SocialSecurityCard card
            ? "card " + card.cardIdentifier() + " " + card.cardNumber()
            : "code " + ((InsuranceCode) credential).text());
  }

  /** A digest: what is remembered cannot be shown at a counter, nor read in a dump. */
  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String visitKey(String visit) {
    return "visit " + visit;
  }

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > ENTRIES;
      }
    };
  }
}
