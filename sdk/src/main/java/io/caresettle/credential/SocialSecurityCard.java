package io.caresettle.credential;

import java.time.LocalDate;

/**
 * A social-security card (社会保障卡) that was read and, unless {@link #proof} says otherwise, proved
 * genuine by internal authentication.
 *
 * @param issuingArea division code of the issuing city, six digits
 * @param cardIdentifier 卡的识别码, 32 hexadecimal digits (16 bytes)
 * @param cardNumber 卡号, nine characters with their check character
 * @param specification 规范版本, such as 3.00; its first three characters decide the generation
 * @param proof who found the card genuine
 */
public record SocialSecurityCard(
    String issuingArea,
    String cardIdentifier,
    String cardNumber,
    String specification,
    LocalDate issued,
    LocalDate validUntil,
    IdentityNumber identityNumber,
    PersonName name,
    CardProof proof)
    implements Credential {

  /** Says what kind of credential it is and where it was issued, and nothing of the holder. */
  @Override
  public String toString() {
    return "SocialSecurityCard[area " + issuingArea + ", specification " + specification + "]";
  }
}
