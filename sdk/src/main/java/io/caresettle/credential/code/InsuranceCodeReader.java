package io.caresettle.credential.code;

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
 * Reads a CareSettle test code from a scanner's text or from a picture, and proves it genuine and
 * of today.
 *
 * <p>Whose code it is, and whether it was used before, only the centre knows. A reader may be used
 * by many threads at once.
 */
public final class InsuranceCodeReader {

  private final CodeIssuerKeys issuers;
  private final Clock clock;

  /**
   * @param issuers whose codes this till accepts
   * @param clock the till's time as the centre corrected it, not the machine's own
   */
  public InsuranceCodeReader(CodeIssuerKeys issuers, Clock clock) {
    this.issuers = issuers;
    this.clock = clock;
  }

  /**
   * The code whose text a scanner typed. White space around it, as scanners add, does not matter.
   *
   * @throws CredentialRefused when it is not ours, was changed, or is not valid now
   */
  public TestCode fromText(String scanned) {
    String text = scanned.strip();
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
    checkLife(payload);
    return new TestCode(text, payload.keyId(), payload.notBefore(), payload.expires());
  }

  /**
   * The code on a picture in a file: PNG, JPEG, GIF or BMP.
   *
   * @param budget how long to try; the first attempt is always finished
   * @throws Misuse when the file is not there or is no picture
   * @throws DeviceFault when the picture broke off
   * @throws CredentialRefused when there is no code on it, or as {@link #fromText} says
   */
  public TestCode fromPicture(Path file, Duration budget) {
    return fromPicture(PictureFile.read(file), budget);
  }

  /** The code on a picture from a camera, as {@link #fromPicture(Path, Duration)}. */
  public TestCode fromPicture(BufferedImage picture, Duration budget) {
    return fromText(find(picture, budget));
  }

  private static String find(BufferedImage picture, Duration budget) {
    try {
      return QrFinder.find(GreyPicture.of(picture), budget)
          .orElseThrow(() -> new CredentialRefused(Reason.NO_CODE_IN_PICTURE));
    } catch (NoClassDefFoundError e) {
      throw new Misuse("Reading codes from pictures needs com.google.zxing:core at run time", e);
    }
  }

  private void checkLife(CodePayload payload) {
    Instant now = clock.instant();
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
