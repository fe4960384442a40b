package io.caresettle.sim.kill;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What nobody may find, in every spelling that comes to mind: as it is, in GBK and UTF-16, as
 * hexadecimal digits, and inside Base64 wherever its groups of four begin.
 *
 * <p>Texts and keys of eight bytes or more do not occur by chance, not even among the random bytes
 * of sealed records. Six digits of a number can, inside longer numbers: message ids, amounts and
 * times are full of digits. So they count only where neither a digit nor a letter of a hexadecimal
 * number touches them, and no amount, id or clock reading of the test has them alone: amounts have
 * a decimal point, ids are 30 characters, and the clock stands still.
 */
final class Secrets {

  private static final Charset GBK = Charset.forName("GBK");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{8,}");

  private final Map<String, byte[]> needles = new LinkedHashMap<>();
  private final Map<String, byte[]> digits = new LinkedHashMap<>();

  /** A name, a number, a text: never to be found anywhere. */
  void add(String what, String secret) {
    for (Charset charset : List.of(UTF_8, GBK, UTF_16LE, UTF_16BE)) {
      spellings(what + " in " + charset, secret.getBytes(charset));
    }
  }

  /** The bytes behind hexadecimal digits, which are a text of their own too. */
  void addHex(String what, String hex) {
    add(what, hex);
    add(what, hex.toLowerCase(Locale.ROOT));
    spellings(what + " as bytes", HexFormat.of().parseHex(hex));
  }

  /** A key's bytes. */
  void addBytes(String what, byte[] secret) {
    spellings(what, secret.clone());
  }

  /** Few digits, which may stand inside a longer number of something else by chance. */
  void addDigits(String what, String few) {
    byte[] bytes = few.getBytes(StandardCharsets.US_ASCII);
    digits.put(what, bytes);
    digits.put(what + " in UTF-16", few.getBytes(UTF_16LE));
    needles.put(what + " in hex", ascii(HexFormat.of().formatHex(bytes)));
  }

  private void spellings(String what, byte[] bytes) {
    needles.put(what, bytes);
    needles.put(what + ", hex", ascii(HexFormat.of().formatHex(bytes)));
    needles.put(what + ", HEX", ascii(HexFormat.of().withUpperCase().formatHex(bytes)));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The names of what is in {@code hay}, as it is or as Base64; never the thing itself. */
  List<String> foundIn(byte[] hay) {
    Set<String> found = new TreeSet<>(namesIn(hay));
    Matcher run = BASE64.matcher(new String(hay, StandardCharsets.ISO_8859_1));
    while (run.find()) {
      String text = run.group().replace('-', '+').replace('_', '/');
      // Four characters make three bytes, and nobody knows where the first four begin.
      for (int start = 0; start < 4; start++) {
        String part = text.substring(start, text.length() - (text.length() - start) % 4);
        String rest = text.substring(start + part.length());
        byte[] bytes = Base64.getDecoder().decode(rest.length() < 2 ? part : part + rest);
        namesIn(bytes).forEach(name -> found.add(name + ", in Base64"));
      }
    }
    return List.copyOf(found);
  }

  private List<String> namesIn(byte[] hay) {
    List<String> found = new ArrayList<>();
    needles.forEach(
        (what, needle) -> {
          if (find(hay, needle, false)) {
            found.add(what);
          }
        });
    digits.forEach(
        (what, needle) -> {
          if (find(hay, needle, true)) {
            found.add(what);
          }
        });
    return found;
  }

  private static boolean find(byte[] hay, byte[] needle, boolean alone) {
    for (int at = 0; at + needle.length <= hay.length; at++) {
      int end = at + needle.length;
      if (Arrays.equals(hay, at, end, needle, 0, needle.length)
          && !(alone && (isHex(hay, at - 1) || isHex(hay, end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHex(byte[] hay, int at) {
    return at >= 0 && at < hay.length && HexFormat.isHexDigit(hay[at]);
  }
}
