package io.caresettle.credential.card.standard;

import java.util.List;
import java.util.Locale;

/** Texts of items, each with a bar behind it. */
final class Items {

  private Items() {}

  static String join(List<String> items) {
    StringBuilder text = new StringBuilder();
    for (String item : items) {
      if (item.indexOf('|') >= 0) {
        throw new IllegalArgumentException("An item holds a bar, which ends items");
      }
      text.append(item).append('|');
    }
    return text.toString();
  }

  /**
   * The items of a text.
   *
   * @param forms what each has to look like, in turn
   * @throws IllegalArgumentException when there are more or fewer, or one looks otherwise; the
   *     message says which, never its value
   */
  static List<String> split(String text, List<String> forms) {
    if (!text.endsWith("|")) {
      throw new IllegalArgumentException("The text does not end in a bar");
    }
    List<String> items = List.of(text.substring(0, text.length() - 1).split("\\|", -1));
    if (items.size() != forms.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "The text has %d items, expected %d", items.size(), forms.size()));
    }
    for (int i = 0; i < items.size(); i++) {
      if (!items.get(i).matches(forms.get(i))) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Item %d has a wrong form: found %d characters, expected %s",
                i + 1,
                items.get(i).length(),
                forms.get(i)));
      }
    }
    return items;
  }
}
