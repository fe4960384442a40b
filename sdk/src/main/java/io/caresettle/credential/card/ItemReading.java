package io.caresettle.credential.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads items in a session by file and tag. The environment's files come first, whatever was asked
 * first: selecting another area takes the right to read the holder's data away.
 */
final class ItemReading {

  private static final int MOST_RECORDS = 0xFE;

  private final CardSession session;

  ItemReading(CardSession session) {
    this.session = session;
  }

  /** Unwinds to the answer that the card does not give something. */
  private static final class NotGiven extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ItemsRead.Withheld withheld;

    NotGiven(String place, Answer answer) {
      super(place);
      this.withheld = new ItemsRead.Withheld(place, answer.unlessBlocked().statusWord());
    }
  }

  ItemsRead run(ItemsAsked asked) throws CardRemovedException {
    CardSession.Proved proved = session.prove();
    if (!proved.identifier().equals(asked.cardIdentifier())
        || !proved.number().equals(asked.cardNumber())) {
      return new ItemsRead.AnotherCard();
    }
    try {
      return values(asked, proved);
    } catch (NotGiven e) {
      return e.withheld;
    }
  }

  private ItemsRead values(ItemsAsked asked, CardSession.Proved proved)
      throws CardRemovedException, NotGiven {
    Map<Integer, List<List<String>>> read = new LinkedHashMap<>();
    if (asked.files().stream().anyMatch(of -> of.file() == AddressedFile.SSSE_EF06)
        && proved.opening().isPresent()) {
      session.unlock(proved.opening().get());
    }
    for (int i = 0; i < asked.files().size(); i++) {
      if (!asked.files().get(i).file().medical()) {
        read.put(i, file(asked.files().get(i)));
      }
    }
    if (read.size() < asked.files().size()) {
      if (asked.right() instanceof ItemsAsked.ByPin byPin) {
        PinOutcome outcome = PinCommands.verify(session, byPin.pin());
        if (!outcome.opensFiles()) {
          return new ItemsRead.PinRefused(outcome);
        }
      }
      given("DF04", session.selectByName(MedicalArea.DF04));
      if (asked.right() instanceof ItemsAsked.ByKey) {
        session.unlockMedicalArea();
      }
      for (int i = 0; i < asked.files().size(); i++) {
        if (asked.files().get(i).file().medical()) {
          read.put(i, file(asked.files().get(i)));
        }
      }
    }
    List<List<List<String>>> inOrder = new ArrayList<>();
    for (int i = 0; i < asked.files().size(); i++) {
      inOrder.add(read.getOrDefault(i, List.of()));
    }
    return new ItemsRead.Values(List.copyOf(inOrder));
  }

  private List<List<String>> file(ItemsAsked.OfFile asked) throws CardRemovedException, NotGiven {
    given(asked.file().address(), session.selectFile(asked.file().fileId()));
    List<List<String>> values = new ArrayList<>();
    for (ItemsAsked.Part part : asked.parts()) {
      if (part instanceof ItemsAsked.Tagged tagged) {
        values.add(List.of(item(asked.file(), tagged)));
      } else if (part instanceof ItemsAsked.Numbered numbered) {
        values.add(record(asked.file(), numbered.number(), readRecord(asked.file(), numbered)));
      } else {
        values.addAll(everyRecord(asked.file()));
      }
    }
    return values;
  }

  private String item(AddressedFile file, ItemsAsked.Tagged asked)
      throws CardRemovedException, NotGiven {
    Item item = Item.ofTag(asked.tag()).orElseThrow();
    if (item == Item.NAME || item == Item.NAME_EXTENSION) {
      return nameItem(file, item, asked.occurrence());
    }
    return CardText.of(item, value(file, item, asked.occurrence()));
  }

  /** The border of the two items may fall inside a character: both are read for either. */
  private String nameItem(AddressedFile file, Item wanted, int occurrence)
      throws CardRemovedException, NotGiven {
    byte[] first = value(file, Item.NAME, wanted == Item.NAME ? occurrence : 1);
    byte[] extension = new byte[0];
    Answer answer = session.send(Item.NAME_EXTENSION.readCommand());
    if (wanted == Item.NAME_EXTENSION || !answer.is(Answer.NO_SUCH_RECORD)) {
      extension = Item.NAME_EXTENSION.valueIn(given(place(file, Item.NAME_EXTENSION), answer));
    }
    return CardText.nameItems(first, extension).get(wanted == Item.NAME ? 0 : 1);
  }

  private byte[] value(AddressedFile file, Item item, int occurrence)
      throws CardRemovedException, NotGiven {
    byte[] record = given(place(file, item), session.send(item.readCommand()));
    for (int i = 1; i < occurrence; i++) {
      record = given(place(file, item), session.send(item.readNextCommand()));
    }
    return item.valueIn(record);
  }

  private byte[] readRecord(AddressedFile file, ItemsAsked.Numbered asked)
      throws CardRemovedException, NotGiven {
    return given(file.address() + ":" + asked.number(), recordAnswer(file, asked.number()));
  }

  private List<List<String>> everyRecord(AddressedFile file) throws CardRemovedException, NotGiven {
    List<List<String>> all = new ArrayList<>();
    for (int number = 1; number <= MOST_RECORDS; number++) {
      Answer answer = recordAnswer(file, number);
      if (answer.is(Answer.NO_SUCH_RECORD)) {
        return all;
      }
      all.add(record(file, number, given(file.address() + ":" + number, answer)));
    }
    return all;
  }

  private Answer recordAnswer(AddressedFile file, int number) throws CardRemovedException {
    return session.send(
        new byte[] {0, (byte) 0xB2, (byte) number, 4, (byte) CyclicRecord.of(file).length()});
  }

  private static List<String> record(AddressedFile file, int number, byte[] record) {
    CyclicRecord layout = CyclicRecord.of(file);
    if (record.length != layout.length()) {
      throw Answer.garbled(
          "a record "
              + number
              + " of "
              + record.length
              + " bytes in "
              + file.address()
              + " instead of "
              + layout.length());
    }
    return layout.texts(record);
  }

  private static byte[] given(String place, Answer answer) throws NotGiven {
    if (!answer.is(Answer.OK)) {
      throw new NotGiven(place, answer);
    }
    return answer.data();
  }

  private static String place(AddressedFile file, Item item) {
    return String.format(Locale.ROOT, "%s|%02X", file.address(), item.tag());
  }
}
