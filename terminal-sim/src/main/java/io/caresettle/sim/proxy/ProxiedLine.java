package io.caresettle.sim.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.Optional;

/** One line through the proxy: its two ends, its two ways. On one thread. */
final class ProxiedLine {

  private final int number;
  private final Channel terminal;
  private final Channel centre;
  private final Faults faults;
  private final PassedListener listener;
  private final Way toCentre;
  private final Way toTerminal;
  private boolean halfOpen;

  ProxiedLine(
      int number, Channel terminal, Channel centre, Faults faults, PassedListener listener) {
    this.number = number;
    this.terminal = terminal;
    this.centre = centre;
    this.faults = faults;
    this.listener = listener;
    this.toCentre = new Way(terminal, centre);
    this.toTerminal = new Way(centre, terminal);
  }

  void open() {
    terminal.pipeline().addLast(new Cutter(), new Ear(Direction.TO_CENTRE));
    centre.pipeline().addLast(new Cutter(), new Ear(Direction.TO_TERMINAL));
    terminal.config().setAutoRead(true);
    centre.config().setAutoRead(true);
  }

  private Way way(Direction direction) {
    return direction == Direction.TO_CENTRE ? toCentre : toTerminal;
  }

  private void came(Direction direction, Piece piece) {
    Optional<Fault> fault = faults.at(number, direction, piece.name());
    listener.passed(number, direction, piece.name(), fault);
    if (halfOpen) {
      piece.bytes().release();
    } else if (fault.isPresent()) {
      suffer(direction, piece, fault.get());
    } else {
      way(direction).pass(piece, Duration.ZERO);
    }
  }

  private void suffer(Direction direction, Piece piece, Fault fault) {
    Way way = way(direction);
    if (fault instanceof Fault.Lose) {
      piece.bytes().release();
    } else if (fault instanceof Fault.Delay delay) {
      way.pass(piece, delay.time());
    } else if (fault instanceof Fault.Duplicate) {
      way.passTwice(piece);
    } else if (fault instanceof Fault.Reorder) {
      way.swapWithNext(piece);
    } else if (fault instanceof Fault.Split split) {
      way.passInParts(piece, split.bytes(), split.pause());
    } else if (fault instanceof Fault.Throttle throttle) {
      way.throttle(throttle.bytesPerSecond());
      way.pass(piece, Duration.ZERO);
    } else if (fault instanceof Fault.CutOneWay) {
      way.cut();
      piece.bytes().release();
    } else if (fault instanceof Fault.CorruptByte) {
      way.pass(Way.corrupted(piece), Duration.ZERO);
    } else {
      piece.bytes().release();
      end(fault instanceof Fault.HalfOpen);
    }
  }

  /** Both ends are reset, or the centre's alone while the terminal's hears nothing of it. */
  private void end(boolean halfOpenOnly) {
    toCentre.cut();
    toTerminal.cut();
    halfOpen = halfOpenOnly;
    reset(centre);
    if (!halfOpenOnly) {
      reset(terminal);
    }
  }

  private static void reset(Channel end) {
    end.config().setOption(ChannelOption.SO_LINGER, 0);
    var unused = end.close();
  }

  /** What one end says. */
  private final class Ear extends ChannelInboundHandlerAdapter {

    private final Direction direction;

    Ear(Direction direction) {
      this.direction = direction;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      came(direction, (Piece) message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      if (direction == Direction.TO_CENTRE || !halfOpen) {
        way(direction).ended();
      }
      (direction == Direction.TO_CENTRE ? toTerminal : toCentre).drop();
      context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      // An end that breaks has ended, and the other is told so by its own line.
      var unused = context.close();
    }
  }
}
