package io.caresettle.sim.card;

import java.util.Arrays;

/** One command, taken apart: header, data, and the length of the answer that is expected. */
final class Apdu {

  static final int NO_LE = -1;

  private final byte[] raw;
  private final int lc;

  private Apdu(byte[] raw, int lc) {
    this.raw = raw;
    this.lc = lc;
  }

  /** Takes a short APDU apart; {@code StatusWord} 6700 when its lengths do not fit. */
  static Apdu parse(byte[] raw, boolean carriesData) {
    if (raw.length <= 5 && !carriesData) {
      return new Apdu(raw, 0);
    }
    int lc = raw.length > 4 ? raw[4] & 0xFF : 0;
    if (raw.length > 5 + lc + 1 || (raw.length > 4 && raw.length < 5 + lc)) {
      throw new StatusWord(0x6700);
    }
    return new Apdu(raw, lc);
  }

  int cla() {
    return raw[0] & 0xFF;
  }

  int ins() {
    return raw[1] & 0xFF;
  }

  int p1() {
    return raw[2] & 0xFF;
  }

  int p2() {
    return raw[3] & 0xFF;
  }

  byte[] data() {
    return lc == 0 ? new byte[0] : Arrays.copyOfRange(raw, 5, 5 + lc);
  }

  /** The header and Lc, which a MAC covers. */
  byte[] headerWithLc() {
    return Arrays.copyOf(raw, 5);
  }

  /** 0 means as much as there is; {@link #NO_LE} that no answer is expected. */
  int le() {
    if (lc == 0) {
      return raw.length == 5 ? raw[4] & 0xFF : NO_LE;
    }
    return raw.length == 6 + lc ? raw[5 + lc] & 0xFF : NO_LE;
  }

  void requireLength(boolean fits) {
    if (!fits) {
      throw new StatusWord(0x6700);
    }
  }
}
