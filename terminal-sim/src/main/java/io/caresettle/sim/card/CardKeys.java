package io.caresettle.sim.card;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The keys in one virtual card: test roots, taken down three levels to this card. */
final class CardKeys {

  /** How many groups of keys a card has. */
  static final int VERSIONS = 3;

  private final Cipher cipher;
  private final List<byte[]> factors;

  CardKeys(Cipher cipher, String city, byte[] historicalBytes) {
    this.cipher = cipher;
    String cityFactor = city.startsWith("33") ? city.substring(0, 4) + "00sx" : city + "sx";
    this.factors =
        List.of(
            ascii(city.substring(0, 2) + "0000sh"),
            ascii(cityFactor),
            Arrays.copyOfRange(
                historicalBytes, historicalBytes.length - 8, historicalBytes.length));
  }

  /**
   * The card's own key of this name.
   *
   * @param version which of the groups of keys, 1 to 3
   */
  byte[] key(String name, int version) {
    byte[] key = Cipher.testRoot(name, version);
    for (byte[] factor : factors) {
      key = cipher.diversify(key, factor);
    }
    return key;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
