package io.caresettle.sim.command;

import io.caresettle.money.Money;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An amount on the command line, in yuan with two decimals. */
final class YuanOption implements ITypeConverter<Money> {

  @Override
  public Money convert(String text) {
    try {
      return Money.parseYuan(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("found '" + text + "', expected " + CaseWords.YUAN);
    }
  }
}
