package io.caresettle.policy.compiled;

import java.util.EnumSet;
import java.util.Locale;

/** Constants as a pack writes them: {@code LEVEL_1} is level-1. */
final class Word {

  private Word() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> E parse(Class<E> type, String word, String place) {
    for (E one : EnumSet.allOf(type)) {
      if (of(one).equals(word)) {
        return one;
      }
    }
    throw new MalformedPack(place, "'" + word + "' is no " + type.getSimpleName());
  }
}
