package io.caresettle.sim.card;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The operating system of a virtual social-security card: files, keys, and the rights that were won
 * since power came. It has no purse: money commands meet a class it does not know (6E00).
 */
final class CardChip {

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] SSSE = HEX.parseHex("7378312e73682ec9e7bbe1b1a3d5cf");
  private static final int EF05 = 5;
  private static final int EF06 = 6;
  private static final int READ_KEY = 0x0A;
  private static final int UNBLOCK_KEY = 0x06;
  private static final Map<Integer, String> EXTERNAL_KEYS =
      Map.of(READ_KEY, "RKSSSE", UNBLOCK_KEY, "PUK");

  /** How often a key may be tried; the standard leaves the figure to the issuer. */
  private static final int KEY_TRIES = 3;

  private final CardProfile profile;
  private final Cipher cipher;
  private final CardKeys keys;
  private final Map<Integer, RecordFile> files;
  private final RandomGenerator random;
  private final CardPin pin;
  private final Map<Integer, Integer> keyTriesLeft = new HashMap<>();
  private final Deque<byte[]> scriptedChallenges = new ArrayDeque<>();
  private final Set<Integer> provedKeys = new HashSet<>();
  private byte[] selectedApplication = new byte[0];
  private Optional<RecordFile> selectedFile = Optional.empty();
  private Optional<byte[]> challenge = Optional.empty();
  private boolean pinVerified;
  private boolean applicationBlocked;
  private boolean answersWrongly;

  CardChip(CardProfile profile, RandomGenerator random) {
    this.profile = profile;
    CardProfile.Chip chip = profile.chip();
    this.cipher = chip.algorithm() == Cipher.DES.algorithm() ? Cipher.DES : Cipher.SM4;
    this.keys =
        new CardKeys(
            cipher, chip.identifier().substring(0, 6), HEX.parseHex(chip.historicalBytes()));
    this.files = Map.of(EF05, CardFiles.issuer(chip), EF06, CardFiles.holder(profile));
    this.pin = new CardPin(profile.pin());
    this.random = random;
    this.applicationBlocked = profile.faults().applicationBlocked();
    this.answersWrongly = profile.faults().wrongInternalAuthentication();
  }

  void losePower() {
    provedKeys.clear();
    pinVerified = false;
    challenge = Optional.empty();
    selectedApplication = new byte[0];
    selectedFile = Optional.empty();
  }

  boolean holdsRights() {
    return !provedKeys.isEmpty() || pinVerified;
  }

  void blockApplication() {
    applicationBlocked = true;
  }

  void answerInternalAuthenticationWrongly() {
    answersWrongly = true;
  }

  void giveChallenge(byte[] bytes) {
    scriptedChallenges.add(bytes.clone());
  }

  /** Carries out one command; every refusal is a {@link StatusWord}. */
  byte[] execute(byte[] raw) {
    int cla = raw[0] & 0xFF;
    int ins = raw[1] & 0xFF;
    if (cla == 0x84 && ins == 0x24) {
      return changeOrUnblockPin(Apdu.parse(raw, true));
    }
    if (cla != 0) {
      throw new StatusWord(cla == 0x80 || cla == 0x84 || cla == 0x04 ? 0x6D00 : 0x6E00);
    }
    return switch (ins) {
      case 0xA4 -> select(Apdu.parse(raw, true));
      case 0xB2 -> readRecord(Apdu.parse(raw, false));
      case 0x84 -> getChallenge(Apdu.parse(raw, false));
      case 0x88 -> internalAuthentication(Apdu.parse(raw, true));
      case 0x82 -> externalAuthentication(Apdu.parse(raw, true));
      case 0x20 -> verify(Apdu.parse(raw, true));
      default -> throw new StatusWord(0x6D00);
    };
  }

  private byte[] select(Apdu command) {
    byte[] name = command.data();
    if (command.p2() != 0) {
      throw new StatusWord(0x6A86);
    }
    boolean mf = name.length == 0 || Arrays.equals(name, new byte[] {0x3F, 0});
    if (command.p1() == 4 || (command.p1() == 0 && mf)) {
      return selectApplication(mf ? SSSE : name);
    }
    if (command.p1() != 0 && command.p1() != 2) {
      throw new StatusWord(0x6A86);
    }
    command.requireLength(name.length == 2);
    if ((name[0] & 0xFF) != 0xEF) {
      throw new StatusWord(0x6A82);
    }
    selectedFile = Optional.of(file(name[1]));
    selectedFile.get().rewind();
    return new byte[0];
  }

  private byte[] selectApplication(byte[] name) {
    boolean environment = Arrays.equals(name, SSSE);
    // DF01 to DF04 can be selected and are empty.
    if (!environment && !HEX.formatHex(name).matches("d1560000050[0-3]")) {
      throw new StatusWord(0x6A82);
    }
    if (applicationBlocked) {
      throw new StatusWord(0x9303);
    }
    if (!Arrays.equals(selectedApplication, name)) {
      provedKeys.clear();
      challenge = Optional.empty();
    }
    selectedApplication = name.clone();
    selectedFile = Optional.empty();
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    inner.writeBytes(tlv(0x84, name));
    if (environment) {
      inner.writeBytes(HEX.parseHex("a5098801019f0c0386010" + profile.chip().algorithm().id()));
    }
    return tlv(0x6F, inner.toByteArray());
  }

  private static byte[] tlv(int tag, byte[] value) {
    byte[] out = new byte[value.length + 2];
    out[0] = (byte) tag;
    out[1] = (byte) value.length;
    System.arraycopy(value, 0, out, 2, value.length);
    return out;
  }

  private RecordFile file(int number) {
    RecordFile file = files.get(number);
    if (file == null || !Arrays.equals(selectedApplication, SSSE)) {
      throw new StatusWord(0x6A82);
    }
    return file;
  }

  private byte[] readRecord(Apdu command) {
    int sfi = command.p2() >> 3;
    if (sfi != 0) {
      selectedFile = Optional.of(file(sfi));
    }
    RecordFile file = selectedFile.orElseThrow(() -> new StatusWord(0x6986));
    if (file.isLocked() && !provedKeys.contains(READ_KEY)) {
      throw new StatusWord(0x6982);
    }
    byte[] found = file.read(command.p1(), command.p2() & 7);
    if (command.le() != found.length) {
      throw new StatusWord(0x6C00 | found.length);
    }
    return found;
  }

  private byte[] getChallenge(Apdu command) {
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

  private byte[] internalAuthentication(Apdu command) {
    byte[] data = command.data();
    command.requireLength(data.length == 16 || data.length == 17);
    requireApplication();
    byte[] session = cipher.sessionKey(keys.key("IRK"), Arrays.copyOf(data, 8));
    byte[] answer = cipher.authenticationData(session, Arrays.copyOfRange(data, 8, 16));
    if (answersWrongly) {
      answer[7] ^= 1;
    }
    return answer;
  }

  private byte[] externalAuthentication(Apdu command) {
    byte[] data = command.data();
    command.requireLength(data.length == 16 || data.length == 17);
    requireApplication();
    String keyName = EXTERNAL_KEYS.get(command.p2());
    if (keyName == null) {
      throw new StatusWord(0x6A88);
    }
    byte[] session = sessionOfChallenge(keyName);
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

  private byte[] verify(Apdu command) {
    if (command.p1() != 0 || command.p2() != 0) {
      throw new StatusWord(0x6A86);
    }
    pinVerified |= pin.verify(command.data());
    return new byte[0];
  }

  /** P2 00 unblocks the PIN, 01 gives it a new value; both under the maintenance key. */
  private byte[] changeOrUnblockPin(Apdu command) {
    byte[] data = command.data();
    int cipherLength = data.length - 4;
    boolean change = command.p2() == 1;
    command.requireLength(
        change ? cipherLength > 0 && cipherLength % cipher.block() == 0 : cipherLength == 0);
    requireApplication();
    if (!provedKeys.contains(UNBLOCK_KEY)) {
      throw new StatusWord(0x6982);
    }
    byte[] session = sessionOfChallenge("STK");
    ByteArrayOutputStream guarded = new ByteArrayOutputStream();
    guarded.writeBytes(command.headerWithLc());
    guarded.write(data, 0, cipherLength);
    byte[] mac = Arrays.copyOfRange(data, cipherLength, data.length);
    if (!Arrays.equals(cipher.mac(session, guarded.toByteArray()), mac)) {
      throw new StatusWord(0x6988);
    }
    if (!change) {
      pin.unblock();
      return new byte[0];
    }
    byte[] plain = cipher.decrypt(session, Arrays.copyOf(data, cipherLength));
    if (plain[0] < 2 || plain[0] > 8 || plain[0] >= plain.length) {
      throw new StatusWord(0x6A80);
    }
    pin.replace(Arrays.copyOfRange(plain, 1, 1 + plain[0]));
    return new byte[0];
  }

  /** A challenge serves once. */
  private byte[] sessionOfChallenge(String keyName) {
    byte[] last = challenge.orElseThrow(() -> new StatusWord(0x6984));
    challenge = Optional.empty();
    return cipher.sessionKey(keys.key(keyName), last);
  }

  private void requireApplication() {
    if (selectedApplication.length == 0) {
      throw new StatusWord(0x6A88);
    }
  }
}
