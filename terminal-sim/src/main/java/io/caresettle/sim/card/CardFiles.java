package io.caresettle.sim.card;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The files of a card, written from a profile. */
final class CardFiles {

  private static final HexFormat HEX = HexFormat.of();

  /** What cards are written in. */
  static final Charset NAMES = Charset.forName("GBK");

  private CardFiles() {}

  /** EF05: the issuer's data, free to read. */
  static RecordFile issuer(CardProfile.Chip chip) {
    String area = chip.identifier().substring(0, 6);
    return new RecordFile(RecordFile.Guard.NOTHING)
        .with(0x01, HEX.parseHex(chip.identifier()))
        .with(0x02, text(chip.category(), 1))
        .with(0x03, text(chip.specification(), 4))
        .with(0x04, HEX.parseHex("9156000002" + area + area + "01"))
        .with(0x05, HEX.parseHex(chip.issued()))
        .with(0x06, HEX.parseHex(chip.validUntil()))
        .with(0x07, text(chip.number(), 9));
  }

  /** EF06: the holder's data; locked on a third-generation card. */
  static RecordFile holder(CardProfile profile) {
    CardProfile.Holder holder = profile.holder();
    byte[] name = Arrays.copyOf(holder.name().getBytes(NAMES), 50);
    RecordFile file =
        new RecordFile(
                profile.chip().specification().startsWith("3")
                    ? RecordFile.Guard.READ_KEY
                    : RecordFile.Guard.NOTHING)
            .with(0x08, text(holder.identityNumber(), 18))
            .with(0x09, Arrays.copyOf(name, 30))
            .with(0x0A, text(holder.sex(), 1))
            .with(0x0B, HEX.parseHex(holder.ethnicGroup()))
            .with(0x0C, HEX.parseHex(holder.birthplace()))
            .with(0x0D, HEX.parseHex(holder.born()));
    return profile.chip().specification().startsWith("1")
        ? file
        : file.with(0x4E, Arrays.copyOfRange(name, 30, 50));
  }

  /** EF05 of DF04: the holder's medical insurance. */
  static RecordFile medical(CardProfile.Medical medical) {
    return new RecordFile(RecordFile.Guard.PIN_OR_KEY)
        .with(0x81, text(medical.insuranceType(), 8))
        .with(0x84, HEX.parseHex(medical.insuredArea()))
        .with(0x8C, HEX.parseHex(medical.insuredKind()))
        .with(0x8A, new byte[15])
        .with(0x8F, text("1", 1));
  }

  /** EF08 of DF04: two settlements that nobody ever made, the newer first. */
  static RecordFile transactions() {
    return new RecordFile(RecordFile.Guard.PIN)
        .withBare(HEX.parseHex("00023232050000000120260601093015" + "00000bb8000004e200001676"))
        .withBare(HEX.parseHex("00013232050000000120260531160000" + "000000000000000000000064"));
  }

  /** EF15 of DF04: as many special settlements. */
  static RecordFile specialSettlements() {
    return new RecordFile(RecordFile.Guard.PIN_OR_KEY)
        .withBare(HEX.parseHex("000239"))
        .withBare(HEX.parseHex("000131"));
  }

  /** At least {@code length} bytes, filled with 00. */
  private static byte[] text(String text, int length) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return Arrays.copyOf(bytes, Math.max(length, bytes.length));
  }
}
