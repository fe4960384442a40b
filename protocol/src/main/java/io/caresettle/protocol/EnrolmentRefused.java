package io.caresettle.protocol;

import java.util.Arrays;

/** A centre does not give a terminal certificates, and says why. */
public final class EnrolmentRefused extends ProtocolException {

  private static final long serialVersionUID = 1L;

  /** Why, with the next step. */
  public enum Kind {
    /** Nobody invited a terminal of this id. */
    UNKNOWN_TERMINAL(
        1, "no terminal of this id was invited", "compare the terminal id with the invitation"),
    /** The terminal was invited by another institution. */
    WRONG_INSTITUTION(
        2, "this terminal was invited for another institution", "correct the institution code"),
    /** Not the code that was given out for this terminal. */
    WRONG_CODE(3, "this is not the activation code of this terminal", "type it again"),
    /** The code has served another request. */
    USED_CODE(4, "the activation code was used before", "ask the centre for a new one"),
    /** The code came too late. */
    EXPIRED_CODE(5, "the activation code has expired", "ask the centre for a new one"),
    /** The code was guessed at too often. */
    TOO_MANY_ATTEMPTS(
        6, "wrong codes were tried too often", "ask the centre for a new activation code"),
    /**
     * The certificates that should vouch for a renewal are not in force, or not this terminal's.
     */
    NOT_IN_FORCE(
        7,
        "the old certificates do not vouch for this renewal",
        "enrol again with a new activation code"),
    /** The keys were certified before: whoever had them then may still have them. */
    KEYS_NOT_NEW(
        8,
        "these keys were certified before, or are in force no more",
        "make new keys and ask with a new activation code"),
    /** The centre is newer than this terminal and has a reason that this version does not know. */
    OTHER(0, "the centre gives a reason that this version does not know", "ask the centre");

    private final int number;
    private final String found;
    private final String turn;

    Kind(int number, String found, String turn) {
      this.number = number;
      this.found = found;
      this.turn = turn;
    }

    /** What stands for it in an answer. */
    public int number() {
      return number;
    }

    /** The kind that {@code number} stands for; {@link #OTHER} if it is newer than this version. */
    public static Kind of(int number) {
      return Arrays.stream(values())
          .filter(kind -> kind.number == number)
          .findFirst()
          .orElse(OTHER);
    }
  }

  private final Kind kind;

  /** A refusal; {@code terminalId} is all that it names. */
  public EnrolmentRefused(Kind kind, String terminalId) {
    super("Terminal " + terminalId + " gets no certificates: " + kind.found + ": " + kind.turn);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
