package io.caresettle.credential;

import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * How one name can be written in more than one way, and what nobody can read.
 *
 * <p>The separation mark of GB/T 15834 is U+00B7. Its one code in GB 2312 (A1A4) reads as U+00B7 by
 * GB 18030 and as U+30FB by the Unicode Consortium's older table; U+FF65 is U+30FB in half width.
 * These three are the same written mark. A bullet (U+2022), a hyphenation point (U+2027), a full
 * stop in either width or a mathematical dot only look like it: no code table of this country makes
 * them of it, and those of Big5 contradict each other. Whoever wrote one wrote another character,
 * and the registration is put right instead.
 *
 * <p>Simplified and traditional, variants, pinyin and the order of names are never folded: they are
 * different names until the office that keeps the rolls says otherwise.
 */
final class NameWriting {

  private static final int DOT = 0xB7;
  private static final Set<Integer> DOTS = Set.of(DOT, 0x30FB, 0xFF65);

  /**
   * What systems write where they lack a character: ?, ？, *, □, 〓 and the replacement character.
   */
  private static final Set<Integer> PLACEHOLDERS =
      Set.of((int) '?', 0xFF1F, (int) '*', 0xFF0A, 0x25A1, 0x3013, 0xFFFD);

  private NameWriting() {}

  static NameMatch compare(String left, String right) {
    if (holdsPlaceholder(left) || holdsPlaceholder(right)) {
      return NameMatch.NOT_COMPARABLE;
    }
    if (Same.text(left, right)) {
      return NameMatch.EXACT;
    }
    String leftHalf = halfWidth(left);
    String rightHalf = halfWidth(right);
    if (Same.text(leftHalf, rightHalf)) {
      return NameMatch.WIDTH;
    }
    if (Same.text(oneDot(leftHalf), oneDot(rightHalf))) {
      return NameMatch.DOT;
    }
    boolean latin = isLatin(leftHalf) && isLatin(rightHalf);
    return latin && Same.text(capitals(leftHalf), capitals(rightHalf))
        ? NameMatch.LATIN
        : NameMatch.DIFFERENT;
  }

  /** Characters of the extension planes are characters like others. These are not. */
  static boolean holdsPlaceholder(String name) {
    return name.codePoints()
        .anyMatch(c -> PLACEHOLDERS.contains(c) || (!isHan(c) && isNoCharacter(c)));
  }

  private static boolean isNoCharacter(int c) {
    return switch (Character.getType(c)) {
      case Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SURROGATE,
          Character.CONTROL,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  /**
   * Also where the runtime's tables do not know the character yet: each version of Unicode adds
   * some in these ranges, and a name is the same in all of them.
   */
  private static boolean isHan(int c) {
    return (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x20000 && c <= 0x3FFFD && (c & 0xFFFE) != 0xFFFE);
  }

  private static String halfWidth(String name) {
    return mapped(
        name,
        c -> {
          boolean letter = (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
          return letter ? c - 0xFEE0 : c == 0x3000 ? ' ' : c;
        });
  }

  private static String oneDot(String name) {
    return mapped(name, c -> DOTS.contains(c) ? DOT : c);
  }

  private static String mapped(String name, IntUnaryOperator map) {
    return name.codePoints()
        .map(map)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isLatin(String name) {
    return name.codePoints()
        .allMatch(
            c ->
                (!Character.isLetter(c) && !isHan(c))
                    || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
  }

  private static String capitals(String name) {
    return mapped(name, NameWriting::capital).replaceAll(" {2,}", " ");
  }

  /** One letter for one, and back again: a ligature, a sharp s or a dotless i are no capitals. */
  private static int capital(int c) {
    int upper = Character.toUpperCase(c);
    return Character.toLowerCase(upper) == c ? upper : c;
  }
}
