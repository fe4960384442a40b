package io.caresettle.credential.card.standard;

import io.caresettle.credential.card.AddressedFile;
import io.caresettle.credential.card.ItemsAsked;
import io.caresettle.credential.card.ItemsRead;
import io.caresettle.credential.card.MeantCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The arguments of one iReadCard, understood, and its answer. */
record ItemQuery(
    String cardIdentifier, String cardNumber, FileAddress address, List<ItemsAsked.OfFile> files) {

  private static final List<String> CARD_INFO = List.of("[0-9A-F]{32}", "[0-9A-Z]{9}");

  /** The arguments make no sense, or ask for what is not read here. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient StandardResult result;

    Refused(StandardError error, String where) {
      super(where);
      this.result = Codes.of(error, where);
    }

    StandardResult result() {
      return result;
    }
  }

  static ItemQuery of(String cardInfo, String fileAddr) throws Refused {
    MeantCard card = meant(cardInfo);
    FileAddress address;
    try {
      address = FileAddress.parse(fileAddr);
    } catch (IllegalArgumentException e) {
      throw new Refused(StandardError.INPUT_INVALID, "pFileAddr: " + e.getMessage());
    }
    List<ItemsAsked.OfFile> files = new ArrayList<>();
    for (FileAddress.Of of : address.files()) {
      files.add(file(of));
    }
    return new ItemQuery(card.identifier(), card.number(), address, List.copyOf(files));
  }

  /** Which card is meant. */
  static MeantCard meant(String cardInfo) throws Refused {
    try {
      List<String> card = Items.split(cardInfo, CARD_INFO);
      return new MeantCard(card.get(0), card.get(1));
    } catch (IllegalArgumentException e) {
      throw new Refused(StandardError.INPUT_INVALID, "pCardInfo: " + e.getMessage());
    }
  }

  private static ItemsAsked.OfFile file(FileAddress.Of of) throws Refused {
    AddressedFile file =
        AddressedFile.of(of.file())
            .orElseThrow(
                () ->
                    new Refused(
                        StandardError.NOT_SUPPORTED,
                        "pFileAddr: found "
                            + of.file()
                            + ", read here are SSSEEF05, SSSEEF06, DF04EF05, DF04EF08 and"
                            + " DF04EF15"));
    if (file.cyclic() != of.items().isEmpty()) {
      throw new Refused(
          StandardError.INPUT_INVALID,
          "pFileAddr: found "
              + of.file()
              + (file.cyclic()
                  ? " with tags, expected a record such as " + of.file() + ":01$, or none for all"
                  : " without tags, expected some of its items"));
    }
    List<ItemsAsked.Part> parts = new ArrayList<>();
    if (file.cyclic()) {
      parts.add(
          of.record().isPresent()
              ? new ItemsAsked.Numbered(of.record().getAsInt())
              : new ItemsAsked.EveryRecord());
    }
    for (FileAddress.Item item : of.items()) {
      if (!file.holds(item.tag())) {
        throw new Refused(
            StandardError.INPUT_INVALID,
            String.format(
                Locale.ROOT,
                "pFileAddr: found tag %02X in %s, expected a tag of that file",
                item.tag(),
                of.file()));
      }
      parts.add(new ItemsAsked.Tagged(item.tag(), item.occurrence().orElse(1)));
    }
    return new ItemsAsked.OfFile(file, parts);
  }

  /** Whether something in the medical-insurance area is asked for. */
  boolean medical() {
    return files.stream().anyMatch(of -> of.file().medical());
  }

  ItemsAsked asked(ItemsAsked.Right right) {
    return new ItemsAsked(cardIdentifier, cardNumber, files, right);
  }

  StandardResult result(ItemsRead read) {
    if (read instanceof ItemsRead.Values values) {
      return answer(values.files());
    }
    if (read instanceof ItemsRead.PinRefused refused) {
      return Codes.of(refused.outcome());
    }
    if (read instanceof ItemsRead.Withheld withheld) {
      return Codes.of(withheld);
    }
    return Codes.of(
        StandardError.DIFFERS_FROM_CARD,
        "pCardInfo: another card is in the slot than the one it names");
  }

  private StandardResult answer(List<List<List<String>>> values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < files.size(); i++) {
      String file = files.get(i).file().address();
      text.append(file).append('|');
      for (List<String> part : values.get(i)) {
        if (part.stream().anyMatch(ItemQuery::breaksTheForm)) {
          return Codes.of(
              StandardError.DATA, "an item of " + file + " holds one of the signs | ^ $");
        }
        text.append(part.stream().collect(Collectors.joining("^"))).append('|');
      }
      text.append('$');
    }
    return new StandardResult(ReturnCode.SUCCESS, text.toString());
  }

  private static boolean breaksTheForm(String value) {
    return value.indexOf('|') >= 0 || value.indexOf('^') >= 0 || value.indexOf('$') >= 0;
  }

  /** The card that is meant is not printed. */
  @Override
  public String toString() {
    return "ItemQuery[" + address.text() + "]";
  }
}
