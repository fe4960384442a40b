package io.caresettle.credential.card;

/**
 * The check character of a card number (卡号): eight characters, weights 3 7 9 10 5 8 4 2, mod 11.
 */
final class CardNumbers {

  private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private CardNumbers() {}

  /** Whether {@code number} is nine digits or capitals of which the ninth checks the others. */
  static boolean checks(String number) {
    if (!number.matches("[0-9A-Z]{8}[0-9X]")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += Character.digit(number.charAt(i), 36) * WEIGHTS[i];
    }
    return number.charAt(8) == "0X987654321".charAt(sum % 11);
  }
}
