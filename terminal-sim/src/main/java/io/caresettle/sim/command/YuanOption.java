package io.caresettle.sim.command;

import io.caresettle.money.Money;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An amount on the command line, in yuan with two decimals. */
final class YuanOption implements ITypeConverter<Money> {

  @Override
  public Money convert(String text) {
    try {
      Money sum = Money.parseYuan(text);
      if (!sum.isNegative()) {
        return sum;
      }
    } catch (IllegalArgumentException noAmount) {
      // Told below, like an amount that is below zero.
    }
    throw new TypeConversionException(
        "found '" + text + "', expected " + CaseWords.YUAN + ", not below zero");
  }
}
