package io.caresettle.credential.card.pcsc;

import io.caresettle.problem.DeviceFault;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * The card readers of this machine, by PC/SC. One for the whole program; threads may share it, each
 * with slots of its own.
 */
public final class PcscReaders {

  private final Connections connections;
  private final PcscLimits limits;

  PcscReaders(Provider provider, PcscLimits limits) {
    this.connections = new Connections(provider);
    this.limits = limits;
  }

  /** The readers that the operating system knows, with the usual limits. Nothing is asked yet. */
  public static PcscReaders ofThisMachine() {
    return ofThisMachine(PcscLimits.USUAL);
  }

  /** The readers that the operating system knows. Nothing is asked yet. */
  public static PcscReaders ofThisMachine(PcscLimits limits) {
    return new PcscReaders(OwnConnections.ifOpened().orElseGet(SharedConnection::new), limits);
  }

  /**
   * Whether a reader service that comes back is found again without a restart of this program: so
   * it is where the program was started with the option that the package's chapter names.
   */
  public boolean recoverByThemselves() {
    return connections.renew();
  }

  /**
   * The names of the readers that are plugged in, one for each slot.
   *
   * @throws DeviceFault READER_SERVICE_LOST when the service does not answer
   */
  public List<String> names() {
    try {
      return listed();
    } catch (DeviceFault e) {
      if (connections.renew()) {
        return listed();
      }
      throw e;
    }
  }

  /**
   * Opens the slot of this name. To be chosen by name, never by its place in the list: the order
   * changes with every plug. The card in it is neither needed nor touched yet.
   *
   * @throws DeviceFault READER_FAILED when there is no such reader, READER_SERVICE_LOST when the
   *     service does not answer
   */
  public PcscSlot open(String name) {
    if (!names().contains(name)) {
      throw Faults.noReader(name);
    }
    return new PcscSlot(name, connections, limits);
  }

  private List<String> listed() {
    Line line = new Line(connections, "list", limits.idle());
    try {
      List<String> names = List.copyOf(line.call(limits.answer(), Provider.Connection::names));
      line.close(limits.answer());
      return names;
    } catch (TimeoutException e) {
      line.end();
      throw Faults.serviceLost(connections.renew(), e);
    } catch (ExecutionException e) {
      line.lose();
      throw Faults.serviceLost(connections.renew(), Faults.cause(e));
    }
  }
}
