package io.caresettle.gateway;

import io.caresettle.credential.card.CardTransport;
import io.caresettle.credential.card.pcsc.PcscReaders;
import java.util.List;

/** The card readers beside this counter. */
public interface CardSlots {

  /** Their names, as the operating system has them. */
  List<String> names();

  /**
   * The slot of one of them; whoever asked closes it.
   *
   * @throws io.caresettle.problem.DeviceFault when there is no such reader, or it does not work
   */
  CardTransport open(String name);

  /** Those that this machine's operating system knows. */
  static CardSlots ofThisMachine() {
    return new CardSlots() {
      @Override
      public List<String> names() {
        return PcscReaders.ofThisMachine().names();
      }

      @Override
      public CardTransport open(String name) {
        return PcscReaders.ofThisMachine().open(name);
      }
    };
  }
}
