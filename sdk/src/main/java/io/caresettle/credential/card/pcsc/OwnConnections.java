package io.caresettle.credential.card.pcsc;

import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/**
 * Connections of one's own inside the JDK's provider, in the place of the one it keeps for the
 * whole process: a restarted reader service is connected to anew, and a card that stays silent in
 * one reader holds up no other.
 *
 * <p>Only where the program was started with {@code --add-opens
 * java.smartcardio/sun.security.smartcardio=ALL-UNNAMED}, or its manifest says so.
 */
final class OwnConnections implements Provider {

  private static final String ROOM = "sun.security.smartcardio.";
  private static final int SCARD_SCOPE_USER = 0;

  private final Method establish;
  private final Method list;
  private final Constructor<?> terminal;
  private final boolean repeats;

  private OwnConnections(Method establish, Method list, Constructor<?> terminal, boolean repeats) {
    this.establish = establish;
    this.list = list;
    this.terminal = terminal;
    this.repeats = repeats;
  }

  /** Empty where the provider's room is locked, or furnished otherwise than is known here. */
  static Optional<Provider> ifOpened() {
    Repetition.forbid();
    try {
      Class<?> room = Class.forName(ROOM + "PCSC");
      Method establish = room.getDeclaredMethod("SCardEstablishContext", int.class);
      Method list = room.getDeclaredMethod("SCardListReaders", long.class);
      Constructor<?> terminal =
          Class.forName(ROOM + "TerminalImpl").getDeclaredConstructor(long.class, String.class);
      establish.setAccessible(true);
      list.setAccessible(true);
      terminal.setAccessible(true);
      return Optional.of(new OwnConnections(establish, list, terminal, Repetition.isDone()));
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      return Optional.empty();
    }
  }

  @Override
  public Connection connect() throws CardException {
    try {
      // Loads the platform's library; its own connection is left alone, alive or dead.
      TerminalFactory.getInstance("PC/SC", null);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new CardException("SCARD_E_NO_SERVICE", e);
    }
    long context = (long) call(() -> establish.invoke(null, SCARD_SCOPE_USER));
    return new Connection() {
      @Override
      public List<String> names() throws CardException {
        try {
          return List.of((String[]) call(() -> list.invoke(null, context)));
        } catch (CardException e) {
          if (Failure.says(e, "SCARD_E_NO_READERS_AVAILABLE")) {
            return List.of();
          }
          throw e;
        }
      }

      @Override
      public CardTerminal terminal(String name) throws CardException {
        return (CardTerminal) call(() -> terminal.newInstance(context, name));
      }
    };
  }

  @Override
  public boolean renews() {
    return true;
  }

  @Override
  public boolean repeats() {
    return repeats;
  }

  private interface Reflective {
    Object call() throws ReflectiveOperationException;
  }

  private static Object call(Reflective inside) throws CardException {
    try {
      return inside.call();
    } catch (InvocationTargetException e) {
      throw new CardException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new CardException(e);
    }
  }
}
