package io.caresettle.sim.year;

import io.caresettle.sim.year.YearFigures.Cut;
import io.caresettle.sim.year.YearFigures.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Figures of people who have lived their year already, a file for each few hundred, so that a long
 * run goes on where it was stopped.
 *
 * <p>A file is of the packs whose mark it bears. It does not know the program: whoever changed that
 * begins with an empty folder.
 */
record Blocks(Path folder, String packs) {

  private static final String FORM = "caresettle-year-1";

  /** The figures on file, or those that are made now and put there. */
  YearFigures of(String area, long seed, int first, int last, Supplier<YearFigures> made) {
    String head = String.join("\t", FORM, area, "" + seed, "" + first, "" + last, packs);
    Path file = folder.resolve("year-" + area + "-" + seed + "-" + first + "-" + last + ".tsv");
    try {
      Optional<YearFigures> before = read(file, head, area, seed);
      if (before.isPresent()) {
        return before.get();
      }
      YearFigures figures = made.get();
      Files.createDirectories(folder);
      Path half = folder.resolve(file.getFileName() + ".half");
      List<String> lines = new ArrayList<>(List.of(head));
      lines.addAll(lines(figures));
      Files.write(half, lines);
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
      return figures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<YearFigures> read(Path file, String head, String area, long seed)
      throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(0).equals(head)) {
      return Optional.empty();
    }
    YearFigures figures = new YearFigures(area, seed);
    lines.subList(1, lines.size()).forEach(line -> take(figures, line.split("\t", -1)));
    return Optional.of(figures);
  }

  private static List<String> lines(YearFigures figures) {
    List<String> lines = new ArrayList<>();
    for (Count count : Count.values()) {
      lines.add(String.join("\t", "count", count.name(), "" + figures.of(count)));
    }
    for (Cut cut : Cut.values()) {
      figures.of(cut).forEach((name, shares) -> lines.add(line(cut, name, shares)));
    }
    for (Tally tally : Tally.values()) {
      figures
          .of(tally)
          .forEach(
              (words, many) ->
                  lines.add(String.join("\t", "tally", tally.name(), words, "" + many)));
    }
    figures
        .disagreements()
        .forEach(what -> lines.add("differ\t" + what.replace('\t', ' ').replace('\n', '\r')));
    return lines;
  }

  private static String line(Cut cut, String name, Shares shares) {
    StringBuilder line =
        new StringBuilder(String.join("\t", "cut", cut.name(), name, "" + shares.bills()));
    for (Bearer bearer : Bearer.values()) {
      if (shares.of(bearer) != 0) {
        line.append('\t').append(bearer.name()).append('\t').append(shares.of(bearer));
      }
    }
    return line.toString();
  }

  private static void take(YearFigures figures, String[] cells) {
    switch (cells[0]) {
      case "count" -> figures.count(Count.valueOf(cells[1]), Long.parseLong(cells[2]));
      case "tally" -> figures.tally(Tally.valueOf(cells[1]), cells[2], Long.parseLong(cells[3]));
      case "differ" -> figures.disagree(cells[1].replace('\r', '\n'));
      case "cut" -> {
        Map<Bearer, Long> parts = new EnumMap<>(Bearer.class);
        for (int i = 4; i < cells.length; i += 2) {
          parts.put(Bearer.valueOf(cells[i]), Long.parseLong(cells[i + 1]));
        }
        figures.shares(Cut.valueOf(cells[1]), cells[2]).add(Long.parseLong(cells[3]), parts);
      }
      default -> throw new IllegalArgumentException("Not a line of figures: " + cells[0]);
    }
  }
}
