package io.caresettle.sim.command;

import java.net.InetSocketAddress;
import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a virtual reader listens for its card.
 *
 * @param name as it was typed
 */
record VirtualSlot(String name, String host, int port) {

  /** The two slots that the driver vpcd of Debian has. */
  static final VirtualSlot SOCIAL = new VirtualSlot("social", "127.0.0.1", 35963);

  static final VirtualSlot PSAM = new VirtualSlot("psam", "127.0.0.1", 35964);

  InetSocketAddress address() {
    return new InetSocketAddress(host, port);
  }

  /** The same for every name of one slot, so that no second card gets into it. */
  String place() {
    InetSocketAddress address = address();
    return (address.isUnresolved() ? host : address.getAddress().getHostAddress()) + ":" + port;
  }

  /** Reads {@code social}, {@code psam} or {@code host:port}. */
  static final class Converter implements ITypeConverter<VirtualSlot> {
    @Override
    public VirtualSlot convert(String typed) {
      if (typed.equals(SOCIAL.name())) {
        return SOCIAL;
      }
      if (typed.equals(PSAM.name())) {
        return PSAM;
      }
      int colon = typed.lastIndexOf(':');
      OptionalInt port = port(typed.substring(colon + 1));
      if (colon < 1 || port.isEmpty()) {
        throw new TypeConversionException(
            "卡槽应为 social、psam 或 主机:端口 / a slot is social, psam or host:port");
      }
      return new VirtualSlot(typed, typed.substring(0, colon), port.getAsInt());
    }

    private static OptionalInt port(String digits) {
      if (!digits.matches("\\d{1,5}") || Integer.parseInt(digits) > 65_535) {
        return OptionalInt.empty();
      }
      return OptionalInt.of(Integer.parseInt(digits));
    }
  }
}
