package io.caresettle.protocol.sm;

import io.caresettle.protocol.ProtocolException;
import io.caresettle.protocol.sm.KnownAnswer.Unreadable;
import java.util.Arrays;
import java.util.Map;

/**
 * Compares this implementation with answers that are known from elsewhere.
 *
 * <p>Here, and nowhere else in public, a nonce can be given: what comes out is a {@link Verdict}
 * and never a ciphertext.
 */
public final class KnownAnswers {

  private KnownAnswers() {}

  /** One algorithm's test. A {@link ProtocolException} is a refusal. */
  @FunctionalInterface
  private interface Check {
    Verdict of(KnownAnswer test) throws Unreadable;
  }

  private static final Map<String, Check> CHECKS =
      Map.of(
          "sm2-sign", Sm2KnownAnswers::signature,
          "sm2-encrypt", Sm2KnownAnswers::ciphertext,
          "sm2-keyexchange", Sm2KnownAnswers::exchange,
          "sm2-point", Sm2KnownAnswers::point,
          "sm3", KnownAnswers::digest,
          "sm4-block", Sm4KnownAnswers::block,
          "sm4-gcm", Sm4KnownAnswers::gcm,
          "sm4-ccm", Sm4KnownAnswers::ccm);

  /**
   * The verdict on one test.
   *
   * <p>An answer that is marked {@code invalid} passes if it is refused. A field that is missing or
   * not readable, and an algorithm that is not known, fail: nothing is passed over.
   *
   * @param algorithm one of {@code sm2-sign}, {@code sm2-encrypt}, {@code sm2-keyexchange}, {@code
   *     sm2-point}, {@code sm3}, {@code sm4-block}, {@code sm4-gcm}, {@code sm4-ccm}
   * @param fields by name; bytes are text in hex digits, {@code result} is {@code valid} or {@code
   *     invalid}, {@code iterations} a number, {@code format} the name of an {@link
   *     Sm2CiphertextForm}; what is not known is not looked at
   */
  public static Verdict check(String algorithm, Map<String, ?> fields) {
    Check check = CHECKS.get(algorithm);
    if (check == null) {
      return Verdict.fail("There is no algorithm " + algorithm + " here");
    }
    try {
      return check.of(new KnownAnswer(fields));
    } catch (Unreadable e) {
      return Verdict.fail(e.what());
    } catch (RuntimeException e) {
      // Whatever was given, an implementation may refuse it and may not break.
      return Verdict.fail("The implementation broke with " + e.getClass().getSimpleName());
    }
  }

  private static Verdict digest(KnownAnswer test) throws Unreadable {
    boolean same = Arrays.equals(test.bytes("digest", 32), Sm3.digest(test.bytes("msg")));
    return Verdict.of(same == test.isValidUnlessSaid(), "The digest is another one");
  }
}
