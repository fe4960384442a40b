package io.caresettle.sim.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The key rules of social-security cards, against known answers")
class CardCipherTests {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "SM4, IRK, DDC08DB6A3658613B5C3E02827A2E9C9, 1087144B6254078D2855EACD97318D5A",
    "DES, IRK, 5B2226A9E40439B8950BBD8F124E47A1, A07A85C8E46E413711C88B39A93ECA9C",
    "DES, RKSSSE, 46CB51F9C11C9FFA874BF46D44F327C0, 8963E1ACE6C173392411716E16966C20",
    "DES, PUK, D4A2E826234278447B3EB12D90F2F35C, 14ADB904B57AA2EF7DB3C98C2A00F89F",
    "DES, STK, 988392F327BA7C5B8E566411820788BE, 24C235991E2975E00CC00BCE1F13B41E"
  })
  void aProvinceKeyIsBelowTheRootAndACityKeyBelowThat(
      Cipher cipher, String name, String provinceKey, String cityKey) {
    byte[] province = cipher.diversify(Cipher.testRoot(name, 1), HEX.parseHex("3332303030307368"));
    assertEquals(provinceKey, HEX.formatHex(province));
    assertEquals(
        cityKey, HEX.formatHex(cipher.diversify(province, HEX.parseHex("3332303530307378"))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "SM4, DPK, 4C4645FA9B6AEF0A7682C82E3A2C6E7B",
    "SM4, DTK, 6F4389F04B5D16EEE21EC358EB0B86DE",
    "SM4, IRK, 8105FA095408A1E02125E12DD6B7D220",
    "SM4, RKSSSE, 9DBC17F56DB50A1A4AE23870BC00CC44",
    "SM4, PUK, 93F08598516985E0E0D04BF4055DEE12",
    "SM4, STK, 9E97030FCA228817B9166423A5CECF57",
    "SM4, RK1DF04, C1D806937C2DEEA3CDFAC9AA0D4F9D72",
    "DES, IRK, 0118726DB8C00A0D8F6B7783AC856DE3",
    "DES, RKSSSE, 0F3C59D207699A09063683EB5CAF5431",
    "DES, PUK, 5BB9991E4D07FD40BB99B9ADEB80057D",
    "DES, STK, 8C41E8397D991F3F174E4250170BA535"
  })
  void aCardKeyIsThreeLevelsBelowItsRoot(Cipher cipher, String name, String key) {
    assertEquals(key, HEX.formatHex(cardKey(cipher, name)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "SM4, IRK, 1122334455667788, 1AE4CFC201FC3AB9F33AD3AC101FC0F5",
    "SM4, STK, 1112131415161718, DFDCA60F36685814633ABEA1F70A5C4F",
    "DES, IRK, 1122334455667788, 71A49F74E513EA4D",
    "DES, RKSSSE, 0F1E2D3C4B5A6978, 27FE7755EFE780C8",
    "DES, STK, 1112131415161718, 6C9AE084CAA6DD14",
    "DES, STK, 5A5A5A01, 699E92A804FC3889"
  })
  void aSessionKeyComesFromARandomNumber(
      Cipher cipher, String name, String random, String session) {
    assertEquals(session, HEX.formatHex(session(cipher, name, random)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "SM4, IRK, 1122334455667788, 8877665544332211, 50332A1A4873F91D",
    "SM4, RKSSSE, 0F1E2D3C4B5A6978, A1A2A3A4A5A6A7A8, 09CE38BDEB55956B",
    "DES, IRK, 1122334455667788, 8877665544332211, FE2AC90C9D1A0F93",
    "DES, RKSSSE, 0F1E2D3C4B5A6978, A1A2A3A4A5A6A7A8, 5F8B352A5756C7D8"
  })
  void authenticationDataProveTheKey(
      Cipher cipher, String name, String random, String original, String expected) {
    assertEquals(
        expected,
        HEX.formatHex(
            cipher.authenticationData(session(cipher, name, random), HEX.parseHex(original))));
  }

  @Test
  void aDesPinChangeIsEncryptedAndGuarded() {
    byte[] session = session(Cipher.DES, "STK", "1112131415161718");
    assertEquals(
        "CBE09C7E1EDED0C9",
        HEX.formatHex(Cipher.DES.encrypt(session, HEX.parseHex("0312345680000000"))));
    assertEquals(
        "B4CB0971",
        HEX.formatHex(Cipher.DES.mac(session, HEX.parseHex("842400010CCBE09C7E1EDED0C9"))));
    assertEquals("712F257F", HEX.formatHex(Cipher.DES.mac(session, HEX.parseHex("8424000004"))));
  }

  /** The protected PIN change of the recorded conversation. */
  @Test
  void anSm4PinChangeIsEncryptedAndGuarded() {
    byte[] session = session(Cipher.SM4, "STK", "1112131415161718");
    assertEquals(
        "45465FEB74E406F8442A41C7E71488E0",
        HEX.formatHex(
            Cipher.SM4.encrypt(session, HEX.parseHex("03123456800000000000000000000000"))));
    assertEquals(
        "BF791CF6",
        HEX.formatHex(
            Cipher.SM4.mac(session, HEX.parseHex("842400011445465FEB74E406F8442A41C7E71488E0"))));
  }

  private static byte[] session(Cipher cipher, String name, String random) {
    return cipher.sessionKey(cardKey(cipher, name), HEX.parseHex(random));
  }

  private static byte[] cardKey(Cipher cipher, String name) {
    return new CardKeys(cipher, "320500", HEX.parseHex("00815445538600320500000001")).key(name, 1);
  }
}
