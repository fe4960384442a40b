package io.caresettle.sim.card;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
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
  private static final int EF08 = 8;
  private static final int EF15 = 0x15;
  private static final String DF04 = "d15600000503";

  private final CardProfile profile;
  private final Cipher cipher;
  private final CardProofs proofs;
  private final Map<Integer, RecordFile> files;
  private final Map<Integer, RecordFile> medicalFiles;
  private final CardPin pin;
  private byte[] selectedApplication = new byte[0];
  private Optional<RecordFile> selectedFile = Optional.empty();
  private boolean pinVerified;
  private boolean applicationBlocked;

  CardChip(CardProfile profile, RandomGenerator random) {
    this.profile = profile;
    CardProfile.Chip chip = profile.chip();
    this.cipher = chip.algorithm() == Cipher.DES.algorithm() ? Cipher.DES : Cipher.SM4;
    this.proofs =
        new CardProofs(
            cipher,
            new CardKeys(
                cipher, chip.identifier().substring(0, 6), HEX.parseHex(chip.historicalBytes())),
            random);
    this.files = Map.of(EF05, CardFiles.issuer(chip), EF06, CardFiles.holder(profile));
    this.medicalFiles =
        profile
            .medical()
            .map(
                m ->
                    Map.of(
                        EF05,
                        CardFiles.medical(m),
                        EF08,
                        CardFiles.transactions(),
                        EF15,
                        CardFiles.specialSettlements()))
            .orElseGet(Map::of);
    this.pin = new CardPin(profile.pin());
    this.applicationBlocked = profile.faults().applicationBlocked();
    if (profile.faults().wrongInternalAuthentication()) {
      proofs.answerWrongly();
    }
  }

  void losePower() {
    proofs.forget();
    pinVerified = false;
    selectedApplication = new byte[0];
    selectedFile = Optional.empty();
  }

  boolean holdsRights() {
    return proofs.holdsRights() || pinVerified;
  }

  void blockApplication() {
    applicationBlocked = true;
  }

  void answerInternalAuthenticationWrongly() {
    proofs.answerWrongly();
  }

  void giveChallenge(byte[] bytes) {
    proofs.giveChallenge(bytes);
  }

  /** Carries out one command; every refusal is a {@link StatusWord}. */
  byte[] execute(byte[] raw) {
    int cla = raw[0] & 0xFF;
    int ins = raw[1] & 0xFF;
    if (cla == 0x84 && ins == 0x24) {
      return changeOrUnblockPin(Apdu.parse(raw, true));
    }
    if (cla == 0x80 && ins == 0x5E) {
      return changePin(Apdu.parse(raw, true));
    }
    if (cla != 0) {
      throw new StatusWord(cla == 0x80 || cla == 0x84 || cla == 0x04 ? 0x6D00 : 0x6E00);
    }
    return switch (ins) {
      case 0xA4 -> select(Apdu.parse(raw, true));
      case 0xB2 -> readRecord(Apdu.parse(raw, false));
      case 0x84 -> proofs.getChallenge(Apdu.parse(raw, false));
      case 0x88 -> proofs.internalAuthentication(inApplication(Apdu.parse(raw, true)));
      case 0x82 -> proofs.externalAuthentication(inApplication(Apdu.parse(raw, true)));
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
    // DF01 to DF03 can be selected and are empty.
    if (!environment && !HEX.formatHex(name).matches("d1560000050[0-3]")) {
      throw new StatusWord(0x6A82);
    }
    if (applicationBlocked) {
      throw new StatusWord(0x9303);
    }
    if (!Arrays.equals(selectedApplication, name)) {
      proofs.forget();
    }
    selectedApplication = name.clone();
    selectedFile = Optional.empty();
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    inner.writeBytes(tlv(0x84, name));
    if (environment) {
      inner.writeBytes(
          HEX.parseHex(
              profile.chip().announcesAlgorithm()
                  ? "a5098801019f0c0386010" + profile.chip().algorithm().id()
                  : "a503880101"));
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
    RecordFile file = null;
    if (Arrays.equals(selectedApplication, SSSE)) {
      file = files.get(number);
    } else if (HEX.formatHex(selectedApplication).equals(DF04)) {
      file = medicalFiles.get(number);
    }
    if (file == null) {
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
    boolean open =
        switch (file.guard()) {
          case NOTHING -> true;
          case READ_KEY -> proofs.proved(CardProofs.READ_KEY);
          case PIN_OR_KEY -> pinOpens() || proofs.proved(CardProofs.MEDICAL_READ_KEY);
          case PIN -> pinOpens();
        };
    if (!open) {
      throw new StatusWord(0x6982);
    }
    byte[] found = file.read(command.p1(), command.p2() & 7);
    if (command.le() != found.length) {
      throw new StatusWord(0x6C00 | found.length);
    }
    return found;
  }

  private boolean pinOpens() {
    return pinVerified || !pin.isSet();
  }

  private byte[] verify(Apdu command) {
    if (command.p1() != 0 || command.p2() != 0) {
      throw new StatusWord(0x6A86);
    }
    pinVerified |= pin.verify(command.data());
    return new byte[0];
  }

  /** CHANGE PIN: the current one, FF, the new one. */
  private byte[] changePin(Apdu command) {
    if (command.p1() != 1 || command.p2() != 0) {
      throw new StatusWord(0x6A86);
    }
    byte[] data = command.data();
    int border = 0;
    while (border < data.length && data[border] != (byte) 0xFF) {
      border++;
    }
    if (border == data.length) {
      throw new StatusWord(0x6A80);
    }
    pin.change(Arrays.copyOf(data, border), Arrays.copyOfRange(data, border + 1, data.length));
    return new byte[0];
  }

  /** P2 00 unblocks the PIN, 01 gives it a new value; both under the maintenance key. */
  private byte[] changeOrUnblockPin(Apdu command) {
    byte[] data = command.data();
    int cipherLength = data.length - 4;
    boolean change = command.p2() == 1;
    command.requireLength(
        change ? cipherLength > 0 && cipherLength % cipher.block() == 0 : cipherLength == 0);
    inApplication(command);
    if (!proofs.proved(CardProofs.UNBLOCK_KEY)) {
      throw new StatusWord(0x6982);
    }
    byte[] session = proofs.sessionOfChallenge("STK", 1);
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

  private Apdu inApplication(Apdu command) {
    if (selectedApplication.length == 0) {
      throw new StatusWord(0x6A88);
    }
    return command;
  }
}
