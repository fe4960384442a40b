package io.caresettle.sim.card;

/** A chip's way of saying no: unwinds a command to the two status bytes that end it. */
final class StatusWord extends RuntimeException {

  private static final long serialVersionUID = 1L;

  static final int OK = 0x9000;

  private final int value;

  StatusWord(int value) {
    super(Integer.toHexString(value), null, false, false);
    this.value = value;
  }

  int value() {
    return value;
  }

  static byte[] answer(byte[] data, int statusWord) {
    byte[] answer = new byte[data.length + 2];
    System.arraycopy(data, 0, answer, 0, data.length);
    answer[data.length] = (byte) (statusWord >> 8);
    answer[data.length + 1] = (byte) statusWord;
    return answer;
  }
}
