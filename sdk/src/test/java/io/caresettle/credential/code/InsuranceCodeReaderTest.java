package io.caresettle.credential.code;

import static io.caresettle.credential.code.SigningIssuer.EXPIRES;
import static io.caresettle.credential.code.SigningIssuer.FROM;
import static io.caresettle.credential.code.SigningIssuer.KEY_ID;
import static io.caresettle.credential.code.SigningIssuer.PAYLOAD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.InsuranceCode;
import io.caresettle.credential.NationalCode;
import io.caresettle.credential.TestCode;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsuranceCodeReaderTest {

  private static final SigningIssuer ISSUER = new SigningIssuer();
  private static final String CODE = ISSUER.code(PAYLOAD);

  @Test
  void aFreshCodeOfAKnownIssuerIsAccepted() {
    InsuranceCode code = readAt(FROM, CODE);
    assertEquals(new TestCode(CODE, KEY_ID, FROM, EXPIRES), code);
  }

  /**
   * The format, pinned: a change of one byte of it is a new version. OpenSSL 3.0 verifies this
   * signature too.
   */
  @Test
  void aCodeThatWasIssuedBeforeTodayIsStillUnderstood() {
    String key =
        "04166d0f681a110773fce4ecbbdbf4a0cb3cc7c8ef0c6f08cf2183494ed3ac5d9a"
            + "a21128ba8d4431e561223246d329799e45222d2206d7dde179a3d65cd25aa9cf";
    String issued =
        "CSTEST1.AQhVTklUMDAwMQEjRWeJq83vASNFZ4mrze9q_5uQav-bzAD_AP8A_wD_.4aBp1lXTBUA"
            + "22Wi9wfvyeue3Do05S5o8IW6vQGOQG-NgW8uRM3poX2QIgcBVfqrcgZv9hRqJd3mfoBuQ_Bx9fg";
    CodeIssuerKeys keys = CodeIssuerKeys.of(Map.of(KEY_ID, Sm2PublicKey.parseHex(key)));
    InsuranceCodeReader reader = new InsuranceCodeReader(keys, Clock.fixed(FROM, ZoneOffset.UTC));
    assertEquals(new TestCode(issued, KEY_ID, FROM, EXPIRES), reader.fromText(issued));
    assertEquals(PAYLOAD, CodePayload.unproved(issued));
  }

  @Test
  void theBlanksAScannerAddsDoNoHarm() {
    assertEquals(CODE, readAt(FROM, "  " + CODE + "\r\n").text());
  }

  @Test
  void aCodeIsValidFromItsFirstSecondAndNoLongerInItsLast() {
    assertEquals(Reason.CODE_NOT_YET_VALID, refusal(FROM.minusNanos(1), CODE).reason());
    assertEquals(CODE, readAt(FROM, CODE).text());
    assertEquals(CODE, readAt(EXPIRES.minusNanos(1), CODE).text());
    assertEquals(Reason.CODE_EXPIRED, refusal(EXPIRES, CODE).reason());
    assertEquals(Reason.CODE_EXPIRED, refusal(EXPIRES.plusSeconds(1), CODE).reason());
  }

  @Test
  void noSingleCharacterCanBeChanged() {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ *";
    Set<Reason> reasons = new HashSet<>();
    for (int i = 0; i < CODE.length(); i++) {
      for (int j = 0; j < alphabet.length(); j++) {
        char other = alphabet.charAt(j);
        if (other != CODE.charAt(i)) {
          String changed = CODE.substring(0, i) + other + CODE.substring(i + 1);
          if (!changed.strip().equals(CODE)) {
            reasons.add(refusal(FROM, changed).reason());
          }
        }
      }
    }
    assertEquals(Set.of(Reason.CODE_FORGED, Reason.NOT_AN_INSURANCE_CODE), reasons);
  }

  @Test
  void noCharacterCanBeLeftOutOrAdded() {
    for (int i = 0; i < CODE.length(); i++) {
      String shorter = CODE.substring(0, i) + CODE.substring(i + 1);
      String longer = CODE.substring(0, i) + 'A' + CODE.substring(i);
      assertRefusedAsForgedOrForeign(refusal(FROM, shorter));
      assertRefusedAsForgedOrForeign(refusal(FROM, longer));
    }
    assertRefusedAsForgedOrForeign(refusal(FROM, CODE + "=="));
  }

  private static void assertRefusedAsForgedOrForeign(CredentialRefused refused) {
    assertTrue(Set.of(Reason.CODE_FORGED, Reason.NOT_AN_INSURANCE_CODE).contains(refused.reason()));
  }

  /** Every bit of what is signed, and of the signature. */
  @Test
  void oneBitOfTheSignatureMakesItForged() {
    byte[] signature = ISSUER.sign(PAYLOAD.toBeSigned());
    for (int bit = 0; bit < 8 * signature.length; bit++) {
      byte[] turned = signature.clone();
      turned[bit / 8] ^= (byte) (1 << bit % 8);
      assertEquals(Reason.CODE_FORGED, refusal(FROM, PAYLOAD.text(turned)).reason());
    }
  }

  @Test
  void aCodeCannotBeGivenALongerLife() {
    CodePayload longer =
        new CodePayload(
            KEY_ID, PAYLOAD.pseudonym(), FROM, EXPIRES.plusSeconds(3600), PAYLOAD.nonce());
    String text = longer.text(ISSUER.sign(PAYLOAD.toBeSigned()));
    assertEquals(Reason.CODE_FORGED, refusal(EXPIRES, text).reason());
  }

  @Test
  void aSignatureOverThePayloadWithoutItsContextIsNoCode() {
    String text = PAYLOAD.text(ISSUER.sign(PAYLOAD.encoded()));
    assertEquals(Reason.CODE_FORGED, refusal(FROM, text).reason());
  }

  @Test
  void anotherIssuerUnderTheSameKeyIdIsForged() {
    String text = new SigningIssuer().code(PAYLOAD);
    assertEquals(Reason.CODE_FORGED, refusal(FROM, text).reason());
  }

  @Test
  void aKeyThatWasRevokedWhileTheTillRunsIsNoLongerAccepted() {
    boolean[] revoked = {false};
    CodeIssuerKeys keys = id -> revoked[0] ? Optional.empty() : ISSUER.keys().find(id);
    InsuranceCodeReader reader = new InsuranceCodeReader(keys, Clock.fixed(FROM, ZoneOffset.UTC));
    assertEquals(CODE, reader.fromText(CODE).text());
    revoked[0] = true;
    CredentialRefused refused = assertThrows(CredentialRefused.class, () -> reader.fromText(CODE));
    assertEquals(Reason.CODE_FORGED, refused.reason());
    assertTrue(refused.toString().contains("revoked"));
  }

  @Test
  void aForgedCodeIsNeverToldThatItIsTooOld() {
    String text = new SigningIssuer().code(PAYLOAD);
    assertEquals(Reason.CODE_FORGED, refusal(EXPIRES.plusSeconds(9), text).reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "CSTEST1.",
        "CSTEST1..",
        "CSTEST2.AAAA.AAAA",
        "cstest1.AAAA.AAAA",
        "https://example.invalid/pay?x=1",
        "123456789012345678901234567",
        "12345678901234567890123456789",
        "123456789012345678901234567x",
        "CSTEST1.AAAA",
        "CSTEST1.AAAA.AAAA.AAAA",
        "CSTEST1.测试.AAAA"
      })
  void whatIsNotOursIsSaidToBeNotOurs(String text) {
    assertEquals(Reason.NOT_AN_INSURANCE_CODE, refusal(FROM, text).reason());
  }

  @Test
  void aVeryLongTextIsNotEvenDecoded() {
    assertEquals(
        Reason.NOT_AN_INSURANCE_CODE,
        refusal(FROM, "CSTEST1." + "A".repeat(1_000_000) + ".AAAA").reason());
  }

  @Test
  void noRefusalAndNoTextFormShowsTheCode() {
    String secret = CODE.substring(8, 40);
    String signature = CODE.substring(CODE.length() - 40);
    for (Instant now : new Instant[] {FROM.minusSeconds(1), EXPIRES}) {
      CredentialRefused refused = refusal(now, CODE);
      assertFalse(refused.toString().contains(secret));
      assertFalse(refused.toString().contains(signature));
    }
    CredentialRefused garbled = refusal(FROM, CODE.replace('.', '*'));
    assertNull(garbled.getCause());
    assertFalse(garbled.toString().contains(secret));
    assertFalse(readAt(FROM, CODE).toString().contains(secret));
    assertFalse(PAYLOAD.toString().contains(PAYLOAD.pseudonym()));
  }

  private static InsuranceCode readAt(Instant now, String text) {
    return new InsuranceCodeReader(ISSUER.keys(), Clock.fixed(now, ZoneOffset.UTC)).fromText(text);
  }

  private static CredentialRefused refusal(Instant now, String text) {
    return assertThrows(CredentialRefused.class, () -> readAt(now, text));
  }

  @Test
  void aNationalCodeIsTakenAsItIsAndJudgedByNobodyHere() {
    String code = "1234567890123456789012345678";
    assertEquals(new NationalCode(code), readAt(FROM, code));
    assertEquals(new NationalCode(code), readAt(FROM, "\u0002" + code + "\u0003\r\n"));
  }

  @Test
  void anInputMethodThatTypesFullWidthCharactersDoesNoHarm() {
    String code = "１２３４５６７８９０１２３４５６７８９０１２３４５６７８";
    assertEquals(new NationalCode("1234567890123456789012345678"), readAt(FROM, code));
    StringBuilder wide = new StringBuilder();
    CODE.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
    assertEquals(CODE, readAt(FROM, wide.toString()).text());
  }

  @Test
  void theFormOfNationalCodesIsASetting() {
    NationalCodeForm form = NationalCodeForm.ofDigits(6).orToken(Pattern.compile("EC-\\w+.*"));
    InsuranceCodeReader reader = new InsuranceCodeReader(ISSUER.keys(), KnownTime.unknown(), form);
    assertEquals(new NationalCode("123456"), reader.fromText("123456"));
    assertEquals(new NationalCode("EC-a1+b"), reader.fromText("EC-a1+b"));
    for (String other :
        new String[] {"1234567890123456789012345678", "EC-a b", "EC-测试", "١٢٣٤٥٦"}) {
      CredentialRefused refused =
          assertThrows(CredentialRefused.class, () -> reader.fromText(other));
      assertEquals(Reason.NOT_AN_INSURANCE_CODE, refused.reason());
    }
    assertThrows(IllegalArgumentException.class, () -> NationalCodeForm.ofDigits(0));
  }

  @Test
  void noFormOfATokenLetsAForgedCodeOfOursPass() {
    NationalCodeForm anything = NationalCodeForm.USUAL.orToken(Pattern.compile(".*"));
    InsuranceCodeReader reader =
        new InsuranceCodeReader(ISSUER.keys(), KnownTime.unknown(), anything);
    for (String ours : new String[] {"CSTEST1.AAAA.AAAA", new SigningIssuer().code(PAYLOAD)}) {
      CredentialRefused refused =
          assertThrows(CredentialRefused.class, () -> reader.fromText(ours));
      assertRefusedAsForgedOrForeign(refused);
    }
  }

  @Test
  void aTillThatDoesNotKnowTheCentresTimeLeavesDatesToTheCentre() {
    boolean[] known = {false};
    KnownTime time = () -> known[0] ? Optional.of(EXPIRES) : Optional.empty();
    InsuranceCodeReader reader =
        new InsuranceCodeReader(ISSUER.keys(), time, NationalCodeForm.USUAL);
    assertEquals(CODE, reader.fromText(CODE).text());
    String forged = new SigningIssuer().code(PAYLOAD);
    assertEquals(
        Reason.CODE_FORGED,
        assertThrows(CredentialRefused.class, () -> reader.fromText(forged)).reason());
    known[0] = true;
    assertEquals(
        Reason.CODE_EXPIRED,
        assertThrows(CredentialRefused.class, () -> reader.fromText(CODE)).reason());
  }

  @Test
  void aTillThatKnowsNoIssuerAcceptsNothing() {
    InsuranceCodeReader reader =
        new InsuranceCodeReader(CodeIssuerKeys.of(Map.of()), Clock.fixed(FROM, ZoneOffset.UTC));
    assertThrows(CredentialRefused.class, () -> reader.fromText(CODE));
  }
}
