package io.caresettle.sim.kill;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
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

  /** A spelling; one that stands alone counts only where nothing of a number touches it. */
  private static final class Needle {

    private final String what;
    private final byte[] bytes;
    private final boolean alone;

    Needle(String what, byte[] bytes, boolean alone) {
      this.what = what;
      this.bytes = bytes;
      this.alone = alone;
    }

    boolean isAt(byte[] hay, int at) {
      int end = at + bytes.length;
      return end <= hay.length
          && Arrays.equals(hay, at, end, bytes, 0, bytes.length)
          && !(alone && (isHex(hay, at - 1) || isHex(hay, end)));
    }
  }

  /** By their first two bytes: hundreds are looked for in one walk over megabytes. */
  private final Map<Integer, List<Needle>> needles = new HashMap<>();

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
    put(new Needle(what, bytes, true));
    put(new Needle(what + " in UTF-16", few.getBytes(UTF_16LE), true));
    put(new Needle(what + " in hex", ascii(HexFormat.of().formatHex(bytes)), false));
  }

  private void spellings(String what, byte[] bytes) {
    put(new Needle(what, bytes, false));
    put(new Needle(what + ", hex", ascii(HexFormat.of().formatHex(bytes)), false));
    put(new Needle(what + ", HEX", ascii(HexFormat.of().withUpperCase().formatHex(bytes)), false));
  }

  private void put(Needle needle) {
    needles.computeIfAbsent(pair(needle.bytes, 0), unused -> new ArrayList<>()).add(needle);
  }

  private static int pair(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
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

  private Set<String> namesIn(byte[] hay) {
    Set<String> found = new TreeSet<>();
    for (int at = 0; at + 1 < hay.length; at++) {
      for (Needle needle : needles.getOrDefault(pair(hay, at), List.of())) {
        if (needle.isAt(hay, at)) {
          found.add(needle.what);
        }
      }
    }
    return found;
  }

  private static boolean isHex(byte[] hay, int at) {
    return at >= 0 && at < hay.length && HexFormat.isHexDigit(hay[at]);
  }
}
