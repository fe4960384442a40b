package io.caresettle.credential.card;

import io.caresettle.credential.SocialSecurityCard;

/**
 * Which card is meant, so that a PIN goes to no other that lies in the slot. It never prints
 * itself.
 *
 * @param identifier 卡识别码, 32 hexadecimal digits in capitals
 * @param number 卡号, nine characters
 */
public record MeantCard(String identifier, String number) {

  /** The card that was read before. */
  public static MeantCard of(SocialSecurityCard read) {
    return new MeantCard(read.cardIdentifier(), read.cardNumber());
  }

  boolean is(CardSession.Proved card) {
    return card.identifier().equals(identifier) && card.number().equals(number);
  }

  @Override
  public String toString() {
    return "MeantCard[hidden]";
  }
}
