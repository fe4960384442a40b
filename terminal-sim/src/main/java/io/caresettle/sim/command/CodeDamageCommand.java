package io.caresettle.sim.command;

import io.caresettle.console.ExitCode;
import io.caresettle.sim.phone.damage.DamagedPicture;
import io.caresettle.sim.phone.damage.DamagedPictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code code damage}: pictures as bad cameras take them, and the table to check a reader by. */
@Command(
    name = "damage",
    description = "生成损坏的二维码和条码图片及对照表 / make damaged pictures of codes and the table of their texts",
    mixinStandardHelpOptions = true)
final class CodeDamageCommand implements Callable<Integer> {

  /** Within the directory, beside the pictures. */
  static final String TABLE = "expected.tsv";

  private static final int MOST = 100_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "N",
      description = "随机种子，同一种子得到同样的图片 / the same seed makes the same pictures")
  private long seed;

  @Option(
      names = "--count",
      defaultValue = "288",
      paramLabel = "M",
      description =
          "图片数，默认 ${DEFAULT-VALUE}；每 153 张包含每种情况一次 /"
              + " how many; 153 in a row hold each case once")
  private int count;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "输出目录 / the directory to write to")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    if (count < 1 || count > MOST) {
      throw new ParameterException(
          spec.commandLine(), "图片数应在 1 至 " + MOST + " 之间 / make 1 to " + MOST + " pictures");
    }
    StringBuilder table = new StringBuilder("# file\tshown\tdamage\tstrength\texpected text\n");
    try {
      Files.createDirectories(out);
      for (int i = 0; i < count; i++) {
        DamagedPicture picture = new DamagedPictures(seed).picture(i);
        Files.write(out.resolve(picture.fileName()), png(picture));
        table.append(row(picture));
      }
      Files.writeString(out.resolve(TABLE), table);
    } catch (IOException e) {
      spec.commandLine().getErr().println("无法写入 / cannot write to " + out);
      return ExitCode.BAD_INPUT;
    }
    spec.commandLine()
        .getOut()
        .println(count + " 张图片和对照表 pictures and " + out.resolve(TABLE) + ", seed " + seed);
    return ExitCode.GOOD;
  }

  private static String row(DamagedPicture picture) {
    return String.join(
        "\t",
        picture.fileName(),
        picture.shown().name(),
        picture.damage().word(),
        String.valueOf(picture.strength()),
        picture.text() + "\n");
  }

  private static byte[] png(DamagedPicture picture) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture.picture(), "png", png);
    return png.toByteArray();
  }
}
