package io.caresettle.sim.command;

import io.caresettle.console.ExitCode;
import io.caresettle.sim.simulate.Blocks;
import io.caresettle.sim.simulate.Crypto;
import io.caresettle.sim.simulate.Defect;
import io.caresettle.sim.simulate.NationalDefect;
import io.caresettle.sim.simulate.NationalSeeds;
import io.caresettle.sim.simulate.Seed;
import io.caresettle.sim.simulate.Simulation;
import io.caresettle.sim.simulate.Violation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate}: tills, callers, network, disks and a centre live through faults. */
@Command(
    name = "simulate",
    description =
        "确定性模拟：终端、网络、磁盘与中心故障下每单恰好结算一次 / simulate faults: each bill settles" + " once or not at all",
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

  private static final int MOST_SEEDS = 10_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1000",
      description = "种子个数，默认 1000 / how many seeds; 1000 unless said")
  private int seeds;

  @Option(
      names = "--from",
      paramLabel = "S",
      defaultValue = "0",
      description = "首个种子 / the first of them")
  private long from;

  @Option(names = "--seed", paramLabel = "S", description = "只模拟这一个种子 / this one seed alone")
  private Optional<Long> seed = Optional.empty();

  @Option(names = "--story", description = "打印该种子的经过 / print how that seed lived")
  private boolean story;

  @Option(
      names = "--threads",
      paramLabel = "T",
      defaultValue = "1",
      description = "线程数 / how many live at once")
  private int threads;

  @Option(
      names = "--crypto",
      paramLabel = "stub|real",
      defaultValue = "stub",
      description = "stub：报文不封装；real：每条报文经真实会话 / whether messages travel in real sessions")
  private String crypto = "stub";

  @Option(
      names = "--blocks",
      paramLabel = "FILE",
      description = "与文件中的分块摘要核对 / check the digest of each block against this file")
  private Optional<Path> blocks = Optional.empty();

  @Option(
      names = "--block",
      paramLabel = "K",
      description =
          "重跑第 K 块（种子 K000 至 K999）并核对摘要，未给 --blocks 时用随程序提供的 / live the K-th thousand"
              + " seeds again and compare; against the shipped file unless --blocks names one")
  private Optional<Integer> block = Optional.empty();

  @Option(
      names = "--defect",
      paramLabel = "NAME",
      defaultValue = "none",
      description =
          "故意引入的缺陷，如 slot-collision / a rule to break on purpose: ${COMPLETION-CANDIDATES}",
      completionCandidates = Names.class)
  private String defect = "none";

  @Option(names = "--national", description = "终端经国家接口结算 / the tills speak the national interface")
  private boolean national;

  /** The defects as they are typed. */
  static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Names() {
      for (Defect one : Defect.values()) {
        add(typed(one));
      }
      for (NationalDefect one : NationalDefect.values()) {
        if (one != NationalDefect.NONE) {
          add(typed(one));
        }
      }
    }
  }

  private static String typed(Enum<?> defect) {
    return defect.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Integer call() {
    if (seeds < 1 || seeds > MOST_SEEDS || threads < 1 || threads > 64) {
      throw wrong("种子 1 至 10000000，线程 1 至 64 / 1 to 10000000 seeds on 1 to 64 threads");
    }
    if (story && seed.isEmpty()) {
      throw wrong("--story 需要 --seed / a story is of one seed: name it with --seed");
    }
    return seed.isPresent() ? one(seed.get()) : block.isPresent() ? again(block.get()) : many();
  }

  private Defect defect() {
    for (Defect one : Defect.values()) {
      if (typed(one).equals(defect)) {
        return one;
      }
    }
    throw wrong("没有此缺陷 / no such defect: " + defect + "; " + new Names());
  }

  private NationalDefect nationalDefect() {
    for (NationalDefect one : NationalDefect.values()) {
      if (typed(one).equals(defect)) {
        return one;
      }
    }
    throw wrong("国家接口没有此缺陷 / no such defect at the national port: " + defect);
  }

  /** How a seed is lived, as it was asked for. */
  private LongFunction<Seed> life() {
    if (national) {
      NationalDefect planted = nationalDefect();
      return number -> NationalSeeds.live(number, planted);
    }
    Defect planted = defect();
    Crypto travelling = crypto();
    return number -> Seed.live(number, planted, travelling);
  }

  private Crypto crypto() {
    return switch (crypto) {
      case "stub" -> Crypto.STUB;
      case "real" -> Crypto.REAL;
      default -> throw wrong("--crypto 只有 stub 与 real / crypto is stub or real");
    };
  }

  private Blocks known() {
    try {
      return blocks.isPresent() ? Blocks.read(blocks.get()) : Blocks.NONE;
    } catch (IOException e) {
      throw wrong("分块文件无法读取 / the file of blocks cannot be read: " + blocks.get());
    } catch (IllegalArgumentException e) {
      throw wrong("分块文件有误 / the file of blocks is none: " + e.getMessage());
    }
  }

  private int one(long number) {
    Seed lived = life().apply(number);
    PrintWriter out = spec.commandLine().getOut();
    if (story) {
      out.print(lived.story());
    }
    out.println("种子 seed " + number + "  " + lived.digest());
    lived.violations().forEach(violation -> out.println("违反 broken: " + violation));
    out.flush();
    return lived.violations().isEmpty() ? ExitCode.GOOD : ExitCode.FOUND;
  }

  /** One block that lived before. */
  private int again(int number) {
    Blocks known = blocks.isPresent() ? known() : Blocks.shipped();
    from = (long) number * Simulation.BLOCK;
    seeds = Simulation.BLOCK;
    if (known.all().stream().noneMatch(one -> one.first() == from)) {
      throw wrong(
          "分块文件中没有第 "
              + number
              + " 块 / the file does not know this block; it knows "
              + known.all().stream().map(one -> one.first() / Simulation.BLOCK).toList());
    }
    return many(known);
  }

  private int many() {
    return many(known());
  }

  private int many(Blocks known) {
    PrintWriter out = spec.commandLine().getOut();
    List<Violation> found = new ArrayList<>();
    Blocks.Gathering gathering = new Blocks.Gathering(known);
    long begun = System.nanoTime();
    new Simulation(life(), threads)
        .run(
            from,
            seeds,
            lived -> {
              lived
                  .violations()
                  .forEach(
                      violation -> {
                        found.add(violation);
                        out.println("违反 broken: " + violation);
                      });
              gathering.add(lived).ifPresent(block -> tell(out, block, known));
            });
    long millis = Math.max(1, (System.nanoTime() - begun) / 1_000_000);
    out.println(
        "种子 seeds "
            + seeds
            + "，违反 broken promises "
            + found.size()
            + "，"
            + String.format(
                Locale.ROOT, "%d.%d", seeds * 1000L / millis, seeds * 10_000L / millis % 10)
            + " 个/秒 seeds/s");
    out.flush();
    return found.isEmpty() && gathering.different() == 0 ? ExitCode.GOOD : ExitCode.FOUND;
  }

  /** The line that is kept of a block, so that it can be lived again. */
  private static void tell(PrintWriter out, Blocks.Block block, Blocks known) {
    out.println(block.line());
    if (known.contradict(block)) {
      out.println("与文件不符 differs from the file: " + block.first() + ".." + block.last());
    } else if (known.all().contains(block)) {
      out.println("与文件一致 as the file says: " + block.first() + ".." + block.last());
    }
    out.flush();
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
