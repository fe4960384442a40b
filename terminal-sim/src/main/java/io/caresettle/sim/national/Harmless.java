package io.caresettle.sim.national;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be shown as it came: fields whose names are known to say nothing of a person, and only
 * where the value has the form that the name promises.
 */
final class Harmless {

  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,16}(\\.\\d{1,6})?");
  private static final Pattern SMALL = Pattern.compile("-?\\d{0,4}|-?\\d{1,12}\\.\\d{1,6}");
  private static final Pattern CODE = Pattern.compile("[0-9A-Za-z._-]{1,40}");
  private static final Pattern TIME = Pattern.compile("[0-9]{4}[0-9 :.T/-]{2,25}");

  /** An identity number, alone or inside something that calls itself a code. */
  private static final Pattern IDENTITY =
      Pattern.compile(
          "(?<!\\d)[1-9]\\d{5}(19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[0-9Xx]"
              + "(?![0-9])");

  private static final List<String> AMOUNTS = List.of("amt", "pay", "balc", "cnt", "pric", "sum");
  private static final List<String> TIMES = List.of("time", "date");
  private static final List<String> CODES =
      List.of(
          "code",
          "codg",
          "type",
          "flag",
          "lv",
          "stas",
          "msgid",
          "setlid",
          "mdtrtid",
          "admvs",
          "admdvs",
          "optins",
          "clrway",
          "chrgbchno",
          "feedetlsn",
          "insutype");

  /** Names that end like a code, a time or a sum and are about a person. */
  private static final List<String> STILL =
      List.of(
          "qr", "eccode", "ectoken", "auth", "valid", "verif", "pass", "ide", "poscode", "birth",
          "brdy", "brth", "born", "tel", "certno", "cardno");

  private static final Set<String> NAMED =
      Set.of(
          "infno",
          "oinfno",
          "infver",
          "infcode",
          "signtype",
          "opter",
          "devno",
          "signno",
          "invono",
          "caty",
          "year",
          "setlym",
          "ver",
          "nextver",
          "filequryno",
          "batchno",
          "psnsetlway",
          "diagsrtno",
          "insuplc");

  /** Names of things. */
  private static final Set<String> THINGS =
      Set.of(
          "fixmedinsname",
          "medinsname",
          "medinslistname",
          "medlistname",
          "hilistname",
          "fundpaytypename");

  private Harmless() {}

  /** The name without its case and its low lines, in which the provinces differ. */
  static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  static boolean is(String name, String said) {
    if (IDENTITY.matcher(said).find()) {
      return false;
    }
    if (SMALL.matcher(said).matches()) {
      return true;
    }
    if (THINGS.contains(name)) {
      return said.length() <= 100 && !said.matches(".*[0-9]{9,}.*");
    }
    if (STILL.stream().anyMatch(name::contains)) {
      return false;
    }
    return fits(name, AMOUNTS, said, AMOUNT)
        || fits(name, TIMES, said, TIME)
        || fits(name, CODES, said, CODE)
        || (NAMED.contains(name) && CODE.matcher(said).matches());
  }

  private static boolean fits(String name, List<String> ends, String said, Pattern form) {
    return ends.stream().anyMatch(name::endsWith) && form.matcher(said).matches();
  }
}
