package io.caresettle.credential.card;

import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.DeviceFault;
import java.util.Arrays;
import java.util.Locale;

/** What a card said to one command: data and status word. */
final class Answer {

  static final int OK = 0x9000;
  static final int SECURITY_STATE = 0x6982;
  static final int LOCKED = 0x6983;
  static final int WRONG_DATA = 0x6A80;
  static final int CARD_BLOCKED = 0x6A81;
  static final int NO_SUCH_FILE = 0x6A82;
  static final int NO_SUCH_RECORD = 0x6A83;
  static final int NO_SUCH_KEY = 0x6A88;
  static final int APPLICATION_BLOCKED = 0x9303;

  private final byte[] data;
  private final int statusWord;

  private Answer(byte[] data, int statusWord) {
    this.data = data;
    this.statusWord = statusWord;
  }

  static Answer parse(byte[] raw) {
    return new Answer(Arrays.copyOf(raw, raw.length - 2), statusWord(raw));
  }

  /** The last two bytes of an answer, which every answer has. */
  static int statusWord(byte[] raw) {
    if (raw.length < 2) {
      throw garbled("an answer of " + raw.length + " bytes; every answer ends in two status bytes");
    }
    return (raw[raw.length - 2] & 0xFF) << 8 | (raw[raw.length - 1] & 0xFF);
  }

  int statusWord() {
    return statusWord;
  }

  byte[] data() {
    return data;
  }

  boolean is(int expected) {
    return statusWord == expected;
  }

  /** This answer, unless the whole card or its social-security application is blocked. */
  Answer unlessBlocked() {
    if (is(CARD_BLOCKED) || is(APPLICATION_BLOCKED)) {
      throw refused(CredentialRefused.Reason.CARD_BLOCKED, "status " + hex());
    }
    return this;
  }

  /** The data of an answer that has to be 9000. */
  byte[] dataOrFault(String what) {
    if (!unlessBlocked().is(OK)) {
      throw unexpected("where 9000 was expected, " + what);
    }
    return data;
  }

  /** A refusal that this answer is the cause of. */
  CredentialRefused refused(CredentialRefused.Reason reason, String detail) {
    CredentialRefused refused = new CredentialRefused(reason, detail);
    refused.initCause(new ChipStatus(statusWord));
    return refused;
  }

  /** The fault that this status word is, where it was received. */
  DeviceFault unexpected(String where) {
    DeviceFault fault = garbled("status " + hex() + " " + where);
    fault.initCause(new ChipStatus(statusWord));
    return fault;
  }

  String hex() {
    return String.format(Locale.ROOT, "%04X", statusWord);
  }

  static DeviceFault garbled(String found) {
    return new DeviceFault(
        DeviceFault.Kind.GARBLED_ANSWER,
        "卡片应答异常，请重新插卡 / The card's answer makes no sense, insert it again (" + found + ")");
  }
}
