package io.caresettle.credential.card.pcsc;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;

/**
 * The JDK's provider as it is: one connection to the reader service for the whole process, made at
 * the first use and never again. Once the service was restarted, it answers nothing more.
 */
final class SharedConnection implements Provider {

  @Override
  public Connection connect() throws CardException {
    Repetition.forbid();
    CardTerminals terminals;
    try {
      terminals = TerminalFactory.getInstance("PC/SC", null).terminals();
    } catch (NoSuchAlgorithmException e) {
      // So the JDK says that there is no service, or no library to reach one.
      throw new CardException("SCARD_E_NO_SERVICE", e);
    }
    return new Connection() {
      @Override
      public List<String> names() throws CardException {
        return SharedConnection.list(terminals).stream().map(CardTerminal::getName).toList();
      }

      @Override
      public CardTerminal terminal(String name) throws CardException {
        return SharedConnection.list(terminals).stream()
            .filter(terminal -> terminal.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> new CardException("SCARD_E_UNKNOWN_READER"));
      }
    };
  }

  @Override
  public boolean renews() {
    return false;
  }

  /** Whether an embedder loaded the JDK's channels earlier cannot be seen from outside. */
  @Override
  public boolean repeats() {
    return Repetition.isAskedFor();
  }

  /** A service without a single reader is no failure. */
  private static List<CardTerminal> list(CardTerminals terminals) throws CardException {
    try {
      return terminals.list();
    } catch (CardException e) {
      if (Failure.says(e, "SCARD_E_NO_READERS_AVAILABLE")) {
        return List.of();
      }
      throw e;
    }
  }
}
