package io.caresettle.sim.card;

import io.caresettle.credential.card.CardRemovedException;
import io.caresettle.credential.card.CardTransport;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A terminal's security module that exists in memory and holds the test root keys: environments for
 * SM4 and DES, DELIVERY SESSION KEY, CIPHER DATA. It takes no part in purchases.
 */
public final class VirtualPsam implements CardTransport {

  private static final HexFormat HEX = HexFormat.of();
  private static final String SM4_ENVIRONMENT = "7378332e73682ec9e7bbe1b1a3d5cf";
  private static final String DES_ENVIRONMENT = "7378312e73682ec9e7bbe1b1a3d5cf";
  private static final String ADF = "d15600000590";
  private static final Map<Integer, String> KEYS =
      Map.of(0x08, "IRK", 0x0A, "RKSSSE", 0x2D, "RK1DF04");

  /** Usage: three levels of diversification, encryption. */
  private static final int USAGE = 0x67;

  private static final Set<String> ALL = Set.copyOf(KEYS.values());

  /** The PSAM has no file that names a version; its roots are the first. */
  private static final int UNNAMED = 0;

  private final boolean sm4;
  private final int keyVersion;
  private final Set<String> keys;
  private boolean inserted = true;
  private Optional<Cipher> environment = Optional.empty();
  private boolean applicationSelected;
  private Optional<byte[]> sessionKey = Optional.empty();

  private VirtualPsam(boolean sm4, int keyVersion, Set<String> keys) {
    this.sm4 = sm4;
    this.keyVersion = keyVersion;
    this.keys = keys;
  }

  /** A PSAM with the test roots for SM4 and DES. */
  public static VirtualPsam withTestRoots() {
    return new VirtualPsam(true, UNNAMED, ALL);
  }

  /** An older PSAM, which knows DES only. */
  public static VirtualPsam withoutSm4() {
    return new VirtualPsam(false, UNNAMED, ALL);
  }

  /** One that can tell genuine cards, and cannot open the holder's data of any. */
  public static VirtualPsam withoutReadKey() {
    return new VirtualPsam(true, UNNAMED, Set.of("IRK"));
  }

  /** One that opens the holder's data, and no card's medical-insurance area. */
  public static VirtualPsam withoutMedicalKey() {
    return new VirtualPsam(true, UNNAMED, Set.of("IRK", "RKSSSE"));
  }

  /**
   * One whose roots are of a later version, which its file 001A names.
   *
   * @param version 1 to 3
   */
  public static VirtualPsam withKeyVersion(int version) {
    return new VirtualPsam(true, version, ALL);
  }

  /** Takes the PSAM out of the terminal. */
  public void remove() {
    inserted = false;
  }

  /** Puts it back, without power. */
  public void insert() {
    inserted = true;
    losePower();
  }

  @Override
  public byte[] reset() throws CardRemovedException {
    requirePresence();
    losePower();
    return HEX.parseHex("00815445535053414d00000001");
  }

  @Override
  public byte[] transmit(byte[] command) throws CardRemovedException {
    requirePresence();
    try {
      return StatusWord.answer(execute(command), StatusWord.OK);
    } catch (StatusWord refusal) {
      return StatusWord.answer(new byte[0], refusal.value());
    }
  }

  @Override
  public void close() {
    losePower();
  }

  private void requirePresence() throws CardRemovedException {
    if (!inserted) {
      throw new CardRemovedException("The virtual PSAM is not in its slot");
    }
  }

  private void losePower() {
    environment = Optional.empty();
    applicationSelected = false;
    sessionKey = Optional.empty();
  }

  private byte[] execute(byte[] raw) {
    if (raw.length < 4) {
      throw new StatusWord(0x6700);
    }
    if (raw[0] == 0 && (raw[1] & 0xFF) == 0xB0) {
      return readBinary(raw);
    }
    Apdu command = Apdu.parse(raw, true);
    return switch (command.cla() << 8 | command.ins()) {
      case 0x00A4 -> select(command);
      case 0xBFDE -> deliverSessionKey(command);
      case 0x80FA -> cipherData(command);
      default -> throw new StatusWord(0x6D00);
    };
  }

  /** File 0016, the terminal's number, and 001A: key index, key version, first and last day. */
  private byte[] readBinary(byte[] raw) {
    int shortName = raw[2] & 0xFF;
    byte[] file;
    if (shortName == 0x96 && raw[3] == 0) {
      file = HEX.parseHex("320500000001");
    } else if (shortName == 0x9A && raw[3] == 0 && keyVersion != UNNAMED) {
      file = HEX.parseHex("010" + keyVersion + "2024010120340101");
    } else {
      throw new StatusWord(0x6A82);
    }
    if (raw.length != 5 || raw[4] != file.length) {
      throw new StatusWord(0x6C00 | file.length);
    }
    return file;
  }

  private byte[] select(Apdu command) {
    byte[] name = command.data();
    String hex = HEX.formatHex(name);
    if (hex.equals(SM4_ENVIRONMENT) && sm4) {
      enter(Cipher.SM4);
    } else if (hex.equals(DES_ENVIRONMENT)) {
      enter(Cipher.DES);
    } else if (hex.equals(ADF) && environment.isPresent()) {
      applicationSelected = true;
    } else {
      throw new StatusWord(0x6A82);
    }
    byte[] fci = new byte[name.length + 4];
    fci[0] = 0x6F;
    fci[1] = (byte) (name.length + 2);
    fci[2] = (byte) 0x84;
    fci[3] = (byte) name.length;
    System.arraycopy(name, 0, fci, 4, name.length);
    return fci;
  }

  private void enter(Cipher cipher) {
    environment = Optional.of(cipher);
    applicationSelected = false;
    sessionKey = Optional.empty();
  }

  private byte[] deliverSessionKey(Apdu command) {
    Cipher cipher = selectedCipher();
    String keyName = KEYS.get(command.p2());
    if (keyName == null || !keys.contains(keyName)) {
      throw new StatusWord(0x6A88);
    }
    byte[] data = command.data();
    if (command.p1() != USAGE || data.length != 24 + cipher.block()) {
      throw new StatusWord(0x6A80);
    }
    byte[] key = Cipher.testRoot(keyName, Math.max(1, keyVersion));
    for (int level = 2; level >= 0; level--) { // the last level comes first
      key = cipher.diversify(key, Arrays.copyOfRange(data, 8 * level, 8 * level + 8));
    }
    sessionKey = Optional.of(cipher.sessionKey(key, Arrays.copyOfRange(data, 24, data.length)));
    return new byte[0];
  }

  private byte[] cipherData(Apdu command) {
    Cipher cipher = selectedCipher();
    if (command.p1() != 0 || command.p2() != 0) {
      throw new StatusWord(0x6A86);
    }
    byte[] session = sessionKey.orElseThrow(() -> new StatusWord(0x6901));
    byte[] data = command.data();
    command.requireLength(data.length > 0 && data.length % cipher.block() == 0);
    return cipher.encrypt(session, data);
  }

  private Cipher selectedCipher() {
    if (!applicationSelected) {
      throw new StatusWord(0x6985);
    }
    return environment.orElseThrow(() -> new StatusWord(0x6985));
  }
}
