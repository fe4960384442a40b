package io.caresettle.credential.code;

import io.caresettle.credential.InsuranceCode;
import io.caresettle.credential.NationalCode;
import io.caresettle.credential.TestCode;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Reads a medical-insurance code from a scanner's text or from a picture: our own test code, which
 * it proves genuine and of today, or a national code, which only the centre can judge.
 *
 * <p>Whose code it is, and whether it was used before, only the centre knows. A reader may be used
 * by many threads at once.
 */
public final class InsuranceCodeReader {

  private final CodeIssuerKeys issuers;
  private final KnownTime time;
  private final NationalCodeForm national;

  /**
   * A reader that knows the time, and national codes in their usual form.
   *
   * @param issuers whose test codes this till accepts
   * @param clock the till's time as the centre corrected it, not the machine's own
   */
  public InsuranceCodeReader(CodeIssuerKeys issuers, Clock clock) {
    this(issuers, KnownTime.of(clock), NationalCodeForm.USUAL);
  }

  /**
   * @param issuers whose test codes this till accepts
   * @param time the centre's time where it is known; where it is not, dates are left to the centre
   * @param national how national codes look here
   */
  public InsuranceCodeReader(CodeIssuerKeys issuers, KnownTime time, NationalCodeForm national) {
    this.issuers = issuers;
    this.time = time;
    this.national = national;
  }

  /**
   * The code whose text a scanner typed.
   *
   * <p>White space and control characters around it, as scanners add, do not matter. Full-width
   * characters are read as the plain ones they stand for: an input method in that mode makes them
   * of what a scanner types, one for one, and cannot be seen at the counter.
   *
   * @throws CredentialRefused when it is no medical-insurance code, or one of ours that was changed
   *     or is not valid now
   */
  public InsuranceCode fromText(String scanned) {
    return read(ScannedText.plain(scanned));
  }

  /**
   * The code on a picture in a file: PNG, JPEG, GIF or BMP.
   *
   * @param budget how long to try; the first attempt is always finished
   * @throws Misuse when the file is not there or is no picture
   * @throws DeviceFault when the picture broke off
   * @throws CredentialRefused when there is no code on it, when there is one that cannot be read,
   *     or as {@link #fromText} says
   */
  public InsuranceCode fromPicture(Path file, Duration budget) {
    return read(CodePictures.read(file, budget));
  }

  /** The code on a picture from a camera, as {@link #fromPicture(Path, Duration)}. */
  public InsuranceCode fromPicture(BufferedImage picture, Duration budget) {
    return read(CodePictures.read(picture, budget));
  }

  private InsuranceCode read(CodeFinding finding) {
    if (finding instanceof CodeFinding.Read read) {
      return read(read.text().strip());
    }
    throw new CredentialRefused(
        finding instanceof CodeFinding.Unreadable ? Reason.UNREADABLE : Reason.NO_CODE_IN_PICTURE);
  }

  private InsuranceCode read(String text) {
    // First what calls itself ours: no form of a token may lead a forged one past its proof.
    boolean other = !CodeText.claimsToBeOurs(text) && national.matches(text);
    return other ? new NationalCode(text) : proved(text);
  }

  private TestCode proved(String text) {
    CodeText code;
    try {
      code = CodeText.parse(text);
    } catch (IllegalArgumentException e) {
      // Without its cause: a decoder may quote what it could not read.
      throw new CredentialRefused(Reason.NOT_AN_INSURANCE_CODE);
    }
    CodePayload payload = code.payload();
    Sm2PublicKey issuer =
        issuers
            .find(payload.keyId())
            .orElseThrow(
                () ->
                    new CredentialRefused(
                        Reason.CODE_FORGED,
                        "its issuer's key is not known to this till, or was revoked"));
    if (!code.text().equals(text)) {
      throw new CredentialRefused(Reason.CODE_FORGED, "written as no issuer writes it");
    }
    if (!issuer.verify(Sm2PublicKey.DEFAULT_USER_ID, payload.toBeSigned(), code.signature())) {
      throw new CredentialRefused(Reason.CODE_FORGED);
    }
    time.now().ifPresent(now -> checkLife(payload, now));
    return new TestCode(text, payload.keyId(), payload.notBefore(), payload.expires());
  }

  private static void checkLife(CodePayload payload, Instant now) {
    if (now.isBefore(payload.notBefore())) {
      throw new CredentialRefused(
          Reason.CODE_NOT_YET_VALID,
          "valid from " + payload.notBefore() + ", this terminal says " + now);
    }
    if (!now.isBefore(payload.expires())) {
      throw new CredentialRefused(
          Reason.CODE_EXPIRED, "valid until " + payload.expires() + ", this terminal says " + now);
    }
  }
}
