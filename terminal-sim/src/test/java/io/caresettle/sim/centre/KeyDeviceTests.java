package io.caresettle.sim.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.protobuf.ByteString;
import io.caresettle.protocol.wire.CardFacts;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The centre's key device, against known answers")
class KeyDeviceTests {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Each card's own, by the serial in its identifier. */
  private static byte[] chip(String identifier) {
    return HEX.parseHex("00815445538600320500" + identifier.substring(18, 24));
  }

  static CardFacts facts(CardFacts.Cipher cipher, String identifier) {
    return CardFacts.newBuilder()
        .setCipher(cipher)
        .setSpecification("3.00")
        .setCardIdentifier(identifier)
        .setCardNumber("A00000011")
        .setHistoricalBytes(ByteString.copyFrom(chip(identifier)))
        .build();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "SM4, IRK, 1122334455667788, 8877665544332211, 50332A1A4873F91D",
    "DES, IRK, 1122334455667788, 8877665544332211, FE2AC90C9D1A0F93",
    "DES, RKSSSE, 0F1E2D3C4B5A6978, A1A2A3A4A5A6A7A8, 5F8B352A5756C7D8"
  })
  void provesWhoHasTheKey(
      CardFacts.Cipher cipher, KeyDevice.Root root, String factor, String original, String proof) {
    byte[] answer =
        new KeyDevice()
            .authentication(
                facts(cipher, "320500D15600000500000001FFFFFFFF"),
                root,
                HEX.parseHex(factor),
                HEX.parseHex(original));
    assertEquals(proof, HEX.formatHex(answer));
  }

  @Test
  void hasNoKeysForACipherThatWasNeverPublished() {
    CardFacts ssf33 = facts(CardFacts.Cipher.SSF33, "110100D15600000500000001FFFFFFFF");
    assertFalse(new KeyDevice().serves(ssf33));
  }
}
