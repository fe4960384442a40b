package io.caresettle.sim.command;

import io.caresettle.console.ExitCode;
import io.caresettle.credential.card.CardRemovedException;
import io.caresettle.credential.card.CardTransport;
import io.caresettle.reading.ReadingFailed;
import io.caresettle.sim.card.CardFile;
import io.caresettle.sim.card.PluggedCard;
import io.caresettle.sim.card.VirtualCard;
import io.caresettle.sim.card.VirtualPsam;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code card insert}: a virtual card in a virtual reader, where any PC/SC program finds it, until
 * {@code card remove} or an interrupt; with {@code --until-eof} the end of the input ends it, too.
 */
@Command(
    name = "insert",
    description =
        "把虚拟卡插入虚拟读卡器，直到取出 / insert a virtual card into a virtual PC/SC reader, until it is"
            + " removed",
    mixinStandardHelpOptions = true)
final class CardInsertCommand implements Callable<Integer> {

  private static final String PSAM = "psam";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      description =
          "卡片文件、自带卡片（如 ceshi-jia）或 psam / a card file, one of those that come along, or psam")
  private String source = "";

  @Option(
      names = "--slot",
      paramLabel = "SLOT",
      converter = VirtualSlot.Converter.class,
      description = "卡槽：social、psam 或 主机:端口 / the slot; default: social, or psam for the PSAM")
  private Optional<VirtualSlot> slot = Optional.empty();

  @Option(
      names = "--until-eof",
      description = "标准输入结束时也取出 / take the card out when the standard input ends, too")
  private boolean untilEof;

  @Option(names = "--state", paramLabel = "DIR", hidden = true)
  private Path state = PluggedPlace.usual();

  private final InputStream until;

  CardInsertCommand() {
    this(System.in);
  }

  CardInsertCommand(InputStream until) {
    this.until = until;
  }

  @Override
  public Integer call() throws InterruptedException {
    boolean psam = source.equals(PSAM) && !Files.exists(path(PSAM));
    VirtualSlot where = slot.orElse(psam ? VirtualSlot.PSAM : VirtualSlot.SOCIAL);
    CardTransport card;
    try {
      card = psam ? VirtualPsam.withTestRoots() : new VirtualCard(CardFile.named(source));
    } catch (ReadingFailed e) {
      return complain(ExitCode.BAD_INPUT, "卡片文件有误 / the card file is wrong:\n" + e.getMessage());
    }
    try {
      Optional<PluggedPlace> place = PluggedPlace.take(state, where.place());
      if (place.isEmpty()) {
        return complain(
            ExitCode.FOUND,
            "卡槽已有卡片，请先执行 card remove / there is a card in this slot: card remove first");
      }
      try (PluggedPlace mine = place.get()) {
        return run(card, where, mine);
      }
    } catch (IOException e) {
      return complain(ExitCode.BAD_INPUT, "状态目录不可用 / the folder of slots cannot be used: " + state);
    }
  }

  private int run(CardTransport card, VirtualSlot where, PluggedPlace place)
      throws InterruptedException {
    try (PluggedCard plugged = PluggedCard.insert(card, where.address())) {
      PrintWriter say = spec.commandLine().getOut();
      say.println("卡片已插入 / the card is inserted: " + source + " → " + where.name());
      say.println(
          "取出：card remove --slot "
              + where.name()
              + (untilEof ? "、输入结束或 Ctrl-C" : " 或 Ctrl-C")
              + " / to take it out: card remove --slot "
              + where.name()
              + (untilEof ? ", the end of the input or Ctrl-C" : " or Ctrl-C"));
      say.flush();
      boolean pulled = stays(plugged, place);
      if (!pulled) {
        return complain(
            ExitCode.UNREACHABLE,
            "卡片已离开读卡器：读卡服务停止或卡片故障生效 / the card fell out: the reader service ended, or a fault"
                + " of the card file took it out");
      }
      say.println("卡片已取出 / the card is removed");
      say.flush();
      return ExitCode.GOOD;
    } catch (IOException | CardRemovedException e) {
      return complain(
          ExitCode.UNREACHABLE,
          "虚拟读卡器不可用，请安装 vsmartcard-vpcd 并启动 pcscd / no virtual reader at "
              + where.host()
              + ":"
              + where.port()
              + ": install vsmartcard-vpcd and start pcscd");
    }
  }

  /** Until somebody removes the card (true) or it falls out (false). */
  private boolean stays(PluggedCard plugged, PluggedPlace place) throws InterruptedException {
    AtomicBoolean ended = new AtomicBoolean();
    if (untilEof) {
      Thread reading = new Thread(() -> ended.set(readToTheEnd()), "card-input");
      reading.setDaemon(true);
      reading.start();
    }
    while (plugged.isIn()) {
      if (ended.get() || place.removalAsked()) {
        plugged.close();
        plugged.awaitRemoval();
        return true;
      }
      Thread.sleep(50);
    }
    return false;
  }

  private boolean readToTheEnd() {
    try {
      int read;
      do {
        read = until.read();
      } while (read >= 0);
    } catch (IOException e) {
      // An input that breaks has ended.
    }
    return true;
  }

  private Path path(String typed) {
    try {
      return Path.of(typed);
    } catch (InvalidPathException e) {
      throw new ParameterException(
          spec.commandLine(), "不是文件名 / not the name of a file: " + typed, e);
    }
  }

  private int complain(int code, String what) {
    spec.commandLine().getErr().println(what);
    return code;
  }
}
