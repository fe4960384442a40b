package io.caresettle.sim.centre;

import io.caresettle.protocol.Payload;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.link.LinkListener;
import io.caresettle.protocol.link.LinkServer;
import io.caresettle.protocol.link.LinkServerSettings;
import io.caresettle.protocol.link.ServerAnswer;
import io.caresettle.protocol.session.PeerInfo;
import io.caresettle.protocol.wire.MessageType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The simulated centre on a loopback port. */
public final class CentreServer implements AutoCloseable {

  private final CentreDesk desk;
  private final PartyIdentity identity;
  private final Faults faults = new Faults();
  private final Map<String, PartyIdentity> terminals = new ConcurrentHashMap<>();
  private final LinkServer server;

  private CentreServer(CentreSettings settings, int port) {
    this.desk = CentreDesk.open(settings);
    this.identity = settings.keys().identity();
    boolean started = false;
    try {
      for (String institution : TestKeys.institutions()) {
        enrol(TestKeys.terminal(institution).identity(), institution);
      }
      this.server =
          LinkServer.start(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
              settings.keys(),
              (keyId, institution) -> Optional.ofNullable(terminals.get(name(keyId, institution))),
              this::handle,
              LinkServerSettings.standard().withClock(settings.clock()),
              LinkListener.NONE);
      started = true;
    } finally {
      if (!started) {
        desk.close();
      }
    }
  }

  /**
   * Serves on {@code port}, or on a free one where it is 0. The simulator's terminals are known.
   */
  public static CentreServer start(CentreSettings settings, int port) {
    return new CentreServer(settings, port);
  }

  /** From now on this terminal may act for this institution. */
  public void enrol(PartyIdentity terminal, String institutionCode) {
    terminals.put(name(terminal.keyId(), institutionCode), terminal);
  }

  private static String name(String keyId, String institutionCode) {
    return keyId + "/" + institutionCode;
  }

  private ServerAnswer handle(
      PeerInfo terminal, MessageType type, String messageId, Payload payload) {
    if (faults.ignores(type)) {
      return ServerAnswer.silence();
    }
    DeskAnswer answer = desk.handle(terminal, type, messageId, payload);
    Optional<ServerAnswer> instead = faults.instead(type, answer);
    if (instead.isPresent()) {
      desk.unheard(terminal.institutionCode(), messageId);
    }
    return instead.orElse(ServerAnswer.answer(answer.type(), answer.payload().bytes()));
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** What terminals must know of the centre. */
  public PartyIdentity identity() {
    return identity;
  }

  /** What it is going to do wrong. */
  public Faults faults() {
    return faults;
  }

  /** Closes every line, as a broken router would. */
  public void cutLines() {
    server.cutLines();
  }

  /** How many settlements stand. */
  public int settlementsStanding() {
    return desk.settlementsStanding();
  }

  /** The books of this moment. */
  public Books books() {
    return desk.books();
  }

  /** What was begun here and never ended; a late answer counts as unheard until it is asked for. */
  public List<Hanging> hanging() {
    return desk.hanging();
  }

  @Override
  public void close() {
    server.close();
    desk.close();
  }
}
