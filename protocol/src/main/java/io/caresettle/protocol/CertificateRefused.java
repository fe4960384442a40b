package io.caresettle.protocol;

/**
 * A certificate, or a list or request that goes with certificates, was not accepted.
 *
 * <p>The message names the certificate by its owner and serial, says what was found and what was
 * expected, and whose turn it is. All of that is public.
 */
public final class CertificateRefused extends ProtocolException {

  private static final long serialVersionUID = 1L;

  /** What was wrong, with the next step. */
  public enum Kind {
    /** Not DER, or not as this version writes or reads certificates. */
    MALFORMED("ask whoever issued it for another copy"),
    /** A critical extension that this version does not know. */
    UNKNOWN_EXTENSION("the authority must issue it without, or this side needs an update"),
    /** Signed with something else than SM2 with SM3. */
    OTHER_ALGORITHM("the authority must issue it with SM2 and SM3"),
    /** A key that is not of the SM2 curve. */
    OTHER_CURVE("its owner must make an SM2 key and ask for a new certificate"),
    /** A key that is no point of its curve: no owner made it. */
    POINT_OFF_CURVE("do not use it, and tell whoever looks after security"),
    /** Nobody this side trusts stands above it. */
    UNKNOWN_ROOT("the administrator compares the roots of both sides"),
    /** The signature of the authority does not fit. */
    BAD_SIGNATURE("do not use it, and tell whoever looks after security"),
    /** A signing certificate in the place of an encryption certificate, or the like. */
    WRONG_PURPOSE("its owner must present the certificate of the other key"),
    /** A terminal in the place of a centre, or the like. */
    WRONG_ROLE("the administrator checks whom this side is set up to talk to"),
    /** Another party than the one that is meant. */
    WRONG_PARTY("the administrator checks whom this side is set up to talk to"),
    /** A party of another institution. */
    WRONG_INSTITUTION("the administrator checks the institution code"),
    /** Two certificates that do not belong to one party. */
    NOT_A_PAIR("its owner must present the two certificates that were issued together"),
    /** Not valid yet, or this clock is wrong. */
    NOT_YET_VALID("compare this clock, which may be wrong, with the right time"),
    /** No longer valid, or this clock is wrong. */
    EXPIRED("its owner renews it; compare this clock, which may be wrong, with the right time"),
    /** Its authority has withdrawn it. */
    REVOKED("its owner enrols again"),
    /** A test root or a test certificate where real money moves. */
    TEST_IN_PRODUCTION("the administrator replaces test keys by issued ones"),
    /** A revocation list that is older than the one in force. */
    OLDER_LIST("fetch the current list from the authority");

    private final String turn;

    /**
     * Whether somebody may be posing as another party, and security has to look, rather than an
     * administrator or a clock.
     */
    public boolean isSuspicious() {
      return switch (this) {
        case POINT_OFF_CURVE, UNKNOWN_ROOT, BAD_SIGNATURE, WRONG_ROLE, WRONG_PARTY, REVOKED -> true;
        default -> false;
      };
    }

    Kind(String turn) {
      this.turn = turn;
    }
  }

  private final Kind kind;

  /**
   * A refusal.
   *
   * @param what which certificate, list or request: an owner and a serial, nothing secret
   */
  public CertificateRefused(Kind kind, String what, String found, String expected) {
    super(what + ": found " + found + ", expected " + expected + ": " + kind.turn);
    this.kind = kind;
  }

  /** What was wrong. */
  public Kind kind() {
    return kind;
  }
}
