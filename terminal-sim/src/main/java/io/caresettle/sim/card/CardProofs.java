package io.caresettle.sim.card;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * How a virtual card and a terminal prove themselves to each other: the card's keys and their try
 * counters, its last challenge, and which keys were proved since power came.
 */
final class CardProofs {

  static final int READ_KEY = 0x0A;
  static final int UNBLOCK_KEY = 0x06;

  /** RK1DF04, a key of the medical-insurance area. */
  static final int MEDICAL_READ_KEY = 0x84;

  private static final Map<Integer, String> EXTERNAL_KEYS =
      Map.of(READ_KEY, "RKSSSE", UNBLOCK_KEY, "PUK", MEDICAL_READ_KEY, "RK1DF04");

  /** How often a key may be tried; the standard leaves the figure to the issuer. */
  private static final int KEY_TRIES = 3;

  private final Cipher cipher;
  private final CardKeys keys;
  private final RandomGenerator random;
  private final Map<Integer, Integer> keyTriesLeft = new HashMap<>();
  private final Deque<byte[]> scriptedChallenges = new ArrayDeque<>();
  private final Set<Integer> provedKeys = new HashSet<>();
  private Optional<byte[]> challenge = Optional.empty();
  private boolean answersWrongly;

  CardProofs(Cipher cipher, CardKeys keys, RandomGenerator random) {
    this.cipher = cipher;
    this.keys = keys;
    this.random = random;
  }

  /** What power and another application take away. Counters stay. */
  void forget() {
    provedKeys.clear();
    challenge = Optional.empty();
  }

  boolean proved(int key) {
    return provedKeys.contains(key);
  }

  boolean holdsRights() {
    return !provedKeys.isEmpty();
  }

  void answerWrongly() {
    answersWrongly = true;
  }

  void giveChallenge(byte[] bytes) {
    scriptedChallenges.add(bytes.clone());
  }

  byte[] getChallenge(Apdu command) {
    int length = command.le();
    command.requireLength(length == 4 || length == 8 || length == 16);
    byte[] bytes = scriptedChallenges.poll();
    if (bytes == null) {
      bytes = new byte[length];
      random.nextBytes(bytes);
    }
    challenge = Optional.of(bytes);
    return bytes.clone();
  }

  byte[] internalAuthentication(Apdu command) {
    byte[] data = command.data();
    command.requireLength(data.length == 16 || data.length == 17);
    byte[] session = cipher.sessionKey(keys.key("IRK", version(data)), Arrays.copyOf(data, 8));
    byte[] answer = cipher.authenticationData(session, Arrays.copyOfRange(data, 8, 16));
    if (answersWrongly) {
      answer[7] ^= 1;
    }
    return answer;
  }

  byte[] externalAuthentication(Apdu command) {
    byte[] data = command.data();
    command.requireLength(data.length == 16 || data.length == 17);
    String keyName = EXTERNAL_KEYS.get(command.p2());
    if (keyName == null) {
      throw new StatusWord(0x6A88);
    }
    byte[] session = sessionOfChallenge(keyName, version(data));
    int left = keyTriesLeft.getOrDefault(command.p2(), KEY_TRIES);
    if (left == 0) {
      throw new StatusWord(0x6983);
    }
    byte[] expected = cipher.authenticationData(session, Arrays.copyOfRange(data, 8, 16));
    if (!Arrays.equals(expected, Arrays.copyOf(data, 8))) {
      keyTriesLeft.put(command.p2(), left - 1);
      throw new StatusWord(0x63C0 | (left - 1));
    }
    keyTriesLeft.remove(command.p2());
    provedKeys.add(command.p2());
    return new byte[0];
  }

  /** A challenge serves once. */
  byte[] sessionOfChallenge(String keyName, int version) {
    byte[] last = challenge.orElseThrow(() -> new StatusWord(0x6984));
    challenge = Optional.empty();
    return cipher.sessionKey(keys.key(keyName, version), last);
  }

  /** The version byte behind two blocks; without it the first. */
  private static int version(byte[] data) {
    int version = data.length == 17 ? data[16] & 0xFF : 1;
    if (version < 1 || version > CardKeys.VERSIONS) {
      throw new StatusWord(0x6A88);
    }
    return version;
  }
}
