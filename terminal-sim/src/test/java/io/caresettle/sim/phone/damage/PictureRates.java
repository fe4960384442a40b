package io.caresettle.sim.phone.damage;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import io.caresettle.credential.code.CodeFinding;
import io.caresettle.credential.code.CodePictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.imageio.ImageIO;

/**
 * Measures, and is no test: how many pictures our reader reads at several budgets, beside plain
 * ZXing and, where it is installed, ZBar.
 *
 * <p>Arguments: {@code damaged SEED COUNT} or {@code photos DIR TSV}.
 */
final class PictureRates {

  private record Sample(String group, String detail, BufferedImage picture, String text) {}

  private record Reader(String name, Function<BufferedImage, Optional<String>> read) {}

  private static final class Count {
    private int all;
    private int right;
    private int wrong;
  }

  private PictureRates() {}

  public static void main(String... args) throws IOException {
    boolean photos = args[0].equals("photos");
    List<Reader> readers = readers();
    Map<String, Map<String, Count>> groups = new TreeMap<>();
    Map<String, Count> stages = new TreeMap<>();
    if (photos) {
      for (String line : Files.readAllLines(Path.of(args[2]))) {
        if (!line.startsWith("#")) {
          String[] columns = line.split("\t", -1);
          String text = columns[columns.length - 1].replace("\\r", "\r").replace("\\n", "\n");
          BufferedImage picture = ImageIO.read(Path.of(args[1], columns[0]).toFile());
          String group = columns[0].startsWith("code128") ? "photo Code 128" : "photo QR";
          measure(new Sample(group, columns[0], picture, text), readers, groups, stages);
        }
      }
    } else {
      long seed = Long.parseLong(args[1]);
      new DamagedPictures(seed)
          .first(Integer.parseInt(args[2]))
          .map(p -> new Sample(group(p), p.fileName(), p.picture(), p.text()))
          .forEach(sample -> measure(sample, readers, groups, stages));
    }
    print(readers, groups, stages);
  }

  private static String group(DamagedPicture p) {
    String shown = p.shown() == DamagedPicture.Shown.CODE_128 ? "Code 128" : "QR";
    return shown + "\t" + p.damage().word();
  }

  private static void measure(
      Sample sample,
      List<Reader> readers,
      Map<String, Map<String, Count>> groups,
      Map<String, Count> stages) {
    for (Reader reader : readers) {
      Optional<String> text = reader.read().apply(sample.picture()).map(PictureRates::collapsed);
      boolean right = text.equals(Optional.of(collapsed(sample.text())));
      for (String group : List.of(sample.group(), sample.group().split("\t", -1)[0] + "\t ALL")) {
        count(
            groups.computeIfAbsent(group, g -> new LinkedHashMap<>()), reader.name(), text, right);
      }
      if (text.isPresent() && !right) {
        System.out.println("WRONG " + reader.name() + " " + sample.detail() + " " + lastStage);
      }
      if (reader.name().equals("500 ms")) {
        String key = text.isPresent() ? lastStage : "(" + sample.group() + ")";
        count(stages, key, text, right);
      }
    }
  }

  private static String lastStage = "";

  private static void count(
      Map<String, Count> counts, String name, Optional<String> text, boolean right) {
    Count count = counts.computeIfAbsent(name, n -> new Count());
    count.all++;
    count.right += right ? 1 : 0;
    count.wrong += text.isPresent() && !right ? 1 : 0;
  }

  private static String collapsed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static List<Reader> readers() {
    List<Reader> readers = new ArrayList<>();
    readers.add(new Reader("ZXing", PictureRates::plain));
    for (int millis : new int[] {50, 150, 500}) {
      readers.add(new Reader(millis + " ms", picture -> ours(picture, millis)));
    }
    if (Files.isExecutable(Path.of("/usr/bin/zbarimg"))) {
      readers.add(new Reader("ZBar", PictureRates::zbar));
    } else {
      System.out.println("ZBar is not installed: no column for it");
    }
    for (int i = 0; i < 60; i++) {
      BufferedImage picture = new DamagedPictures(3).picture(i).picture();
      var unused = ours(picture, 500);
      var unused2 = plain(picture);
    }
    return readers;
  }

  private static Optional<String> ours(BufferedImage picture, int millis) {
    if (CodePictures.read(picture, Duration.ofMillis(millis)) instanceof CodeFinding.Read read) {
      lastStage = read.stage();
      return Optional.of(read.text());
    }
    return Optional.empty();
  }

  private static Optional<String> plain(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] rgb = picture.getRGB(0, 0, width, height, null, 0, width);
    Map<DecodeHintType, Object> hints =
        Map.of(
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.QR_CODE, BarcodeFormat.CODE_128),
            DecodeHintType.TRY_HARDER,
            true);
    try {
      BinaryBitmap bitmap =
          new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, rgb)));
      return Optional.of(new MultiFormatReader().decode(bitmap, hints).getText());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> zbar(BufferedImage picture) {
    try {
      Path file = Files.createTempFile("rates", ".png");
      ImageIO.write(picture, "png", file.toFile());
      Process zbar =
          new ProcessBuilder(
                  "/usr/bin/zbarimg",
                  "-q",
                  "--raw",
                  "-Sdisable",
                  "-Sqrcode.enable",
                  "-Scode128.enable",
                  file.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Files.delete(file);
      return text.isBlank() ? Optional.empty() : Optional.of(text);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void print(
      List<Reader> readers, Map<String, Map<String, Count>> groups, Map<String, Count> stages) {
    StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-28s %5s", "", "all"));
    readers.forEach(r -> head.append(String.format(Locale.ROOT, " %14s", r.name())));
    System.out.println(head);
    groups.forEach(
        (group, counts) -> {
          StringBuilder row = new StringBuilder();
          int all = counts.getOrDefault("ZXing", new Count()).all;
          row.append(String.format(Locale.ROOT, "%-28s %5d", group.replace('\t', ' '), all));
          for (Reader reader : readers) {
            Count count = counts.getOrDefault(reader.name(), new Count());
            String wrong = count.wrong > 0 ? " " + count.wrong + "!" : "";
            row.append(
                String.format(
                    Locale.ROOT,
                    " %14s",
                    count.right + wrong + " " + 100 * count.right / all + "%"));
          }
          System.out.println(row);
        });
    System.out.println("stages at 500 ms:");
    stages.forEach(
        (stage, count) ->
            System.out.println(
                "  "
                    + stage.replace('\t', ' ')
                    + ": "
                    + count.all
                    + (count.wrong > 0 ? " wrong " + count.wrong : "")));
  }
}
