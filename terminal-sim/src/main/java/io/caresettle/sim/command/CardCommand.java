package io.caresettle.sim.command;

import io.caresettle.console.ExitCode;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.card.CardReader;
import io.caresettle.credential.card.CardTrace;
import io.caresettle.credential.card.CardTransport;
import io.caresettle.credential.card.PsamAuthenticator;
import io.caresettle.credential.card.pcsc.PcscReaders;
import io.caresettle.credential.card.pcsc.PcscSlot;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.DeviceFault;
import io.caresettle.reading.ReadingFailed;
import io.caresettle.sim.card.CardFile;
import io.caresettle.sim.card.CardProfile;
import io.caresettle.sim.card.VirtualCard;
import io.caresettle.sim.card.VirtualPsam;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code card}: virtual social-security cards, inserted and read. */
@Command(
    name = "card",
    description = "插入并读取虚拟社会保障卡 / insert and read virtual social-security cards",
    mixinStandardHelpOptions = true,
    subcommands = {
      CardCommand.Show.class,
      CardInsertCommand.class,
      CardRemoveCommand.class,
      CardReadersCommand.class
    })
public final class CardCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "请选择子命令 show、insert、remove 或 readers / choose show, insert, remove or readers");
  }

  /** {@code card show}. */
  @Command(
      name = "show",
      description = "读卡并显示每一步 / read a card and show every step",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
        arity = "0..1",
        paramLabel = "FILE",
        description =
            "卡片文件，或自带卡片之一：ceshi-jia ceshi-yi ceshi-bing ceshi-ding ceshi-yi-2 /"
                + " a card file, or one of the five that come along")
    private String source = "";

    @Option(
        names = "--date",
        paramLabel = "DATE",
        description = "业务日期，如 2026-11-20，默认今天 / the business date; default today")
    private Optional<LocalDate> date = Optional.empty();

    @Option(
        names = "--reader",
        paramLabel = "NAME",
        description = "从读卡器读取，名称见 card readers / read the card in this PC/SC reader instead")
    private Optional<String> reader = Optional.empty();

    @Option(
        names = "--psam",
        paramLabel = "NAME",
        description = "PSAM所在的读卡器，默认用虚拟PSAM / the reader of the PSAM; default: a virtual PSAM")
    private Optional<String> psamReader = Optional.empty();

    @Override
    public Integer call() {
      if (reader.isPresent() != source.isEmpty() || (psamReader.isPresent() && reader.isEmpty())) {
        throw new ParameterException(
            spec.commandLine(),
            "请给出卡片文件，或用 --reader 指定读卡器（可加 --psam）/ name a card file, or a --reader and, if any,"
                + " its --psam");
      }
      if (reader.isPresent()) {
        return readOverPcsc(reader.get());
      }
      PrintWriter problems = spec.commandLine().getErr();
      CardProfile profile;
      try {
        profile = profile();
      } catch (ReadingFailed e) {
        problems.println("卡片文件有误 / the card file is wrong:");
        problems.println(e.getMessage());
        return ExitCode.BAD_INPUT;
      }
      try (VirtualCard card = new VirtualCard(profile);
          VirtualPsam psam = VirtualPsam.withTestRoots()) {
        return show(card, psam);
      }
    }

    private int readOverPcsc(String name) {
      try {
        PcscReaders readers = PcscReaders.ofThisMachine();
        List<String> there = readers.names();
        for (String wanted : psamReader.map(psam -> List.of(name, psam)).orElse(List.of(name))) {
          if (!there.contains(wanted)) {
            return noSuchReader(wanted, there);
          }
        }
        try (PcscSlot card = readers.open(name);
            CardTransport psam =
                psamReader.isPresent()
                    ? readers.open(psamReader.get())
                    : VirtualPsam.withTestRoots()) {
          if (!card.awaitCard(Duration.ZERO)) {
            spec.commandLine()
                .getErr()
                .println("读卡器中没有卡片，请先插卡 / There is no card in '" + name + "': insert one first");
            return ExitCode.FOUND;
          }
          return show(card, psam);
        }
      } catch (DeviceFault e) {
        return CardReadersCommand.faulty(spec, e);
      }
    }

    private int noSuchReader(String name, List<String> there) {
      PrintWriter problems = spec.commandLine().getErr();
      problems.println("没有这个读卡器 / there is no reader '" + name + "'. 现有 / There are:");
      there.forEach(reader -> problems.println("  " + reader));
      if (there.isEmpty()) {
        problems.println("  （无 / none）");
      }
      return ExitCode.FOUND;
    }

    private int show(CardTransport card, CardTransport psam) {
      PrintWriter say = spec.commandLine().getOut();
      CardTrace trace = exchange -> say.println(line(exchange));
      try {
        SocialSecurityCard read =
            new CardReader(trace)
                .read(
                    card,
                    new PsamAuthenticator(psam, trace),
                    date.orElseGet(() -> LocalDate.now(ZoneId.of("Asia/Shanghai"))));
        say.println();
        show(read, say);
        return ExitCode.GOOD;
      } catch (CredentialRefused e) {
        spec.commandLine().getErr().println("拒绝 refused [" + e.reason() + "] " + e.getMessage());
        return ExitCode.FOUND;
      } catch (DeviceFault e) {
        return CardReadersCommand.faulty(spec, e);
      }
    }

    /** A file if there is one of this name, else a card that comes along. */
    private CardProfile profile() {
      try {
        return CardFile.named(source);
      } catch (InvalidPathException e) {
        throw new ParameterException(
            spec.commandLine(), "不是文件名 / not the name of a file: " + source, e);
      }
    }

    private static String line(CardTrace.Exchange exchange) {
      return String.format(
          Locale.ROOT,
          "%-4s  %-23s  %04X  %s / %s",
          exchange.slot(),
          exchange.command(),
          exchange.statusWord(),
          exchange.zh(),
          exchange.en());
    }

    private static void show(SocialSecurityCard card, PrintWriter say) {
      say.println("读卡成功，卡片真实有效 / the card is genuine and within its dates");
      say.println("  发卡地区 area           " + card.issuingArea());
      say.println("  规范版本 specification  " + card.specification());
      say.println("  卡号 card number        " + masked(card.cardNumber()));
      say.println("  发卡日期 issued         " + card.issued());
      say.println("  卡有效期 valid until    " + card.validUntil());
      say.println("  姓名 name               " + card.name().masked());
      say.println("  社会保障号码 number     " + card.identityNumber().masked());
    }

    private static String masked(String number) {
      return number.charAt(0) + "*******" + number.substring(8);
    }
  }
}
