package io.caresettle.sim.year;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws who bore what: by month in yuan, and as parts of the whole. */
final class Charts {

  private static final int WIDTH = 1140;
  private static final String INK = "#1a202c";
  private static final String GREY = "#718096";
  private static final String RULE = "#e2e8f0";
  private static final int LEGEND_ROW = 24;
  private static final int LEGEND_COLUMNS = 3;

  private Charts() {}

  /** Some costs under a name in two languages. */
  record Row(String zh, String en, Shares shares) {}

  /** Stacked columns, one a month; the last is what was settled in the new year. */
  static String months(Map<YearMonth, Shares> months) {
    int left = 96;
    int top = 34;
    int plot = 380;
    List<Bearer> bearers = bearers(months.values());
    int height = top + plot + 44 + legendHeight(bearers);
    Svg svg = new Svg(WIDTH, height, "每月费用由谁负担", "who bore the costs, by month");
    long most = months.values().stream().mapToLong(Shares::total).max().orElse(0);
    long step = step(most / 100) * 100;
    long full = (most / step + 1) * step;
    svg.say(8, 18, 13, "start", GREY, "元 yuan");
    for (long at = 0; at <= full; at += step) {
      long y = top + plot - plot * at / full;
      svg.line(left, y, WIDTH - 10, y, RULE);
      svg.say(left - 8, y + 5, 13, "end", GREY, grouped(at / 100));
    }
    int slot = (WIDTH - left - 20) / months.size();
    int i = 0;
    for (Map.Entry<YearMonth, Shares> month : months.entrySet()) {
      long x = left + 10L + (long) slot * i;
      long below = 0;
      for (Bearer bearer : bearers) {
        long part = month.getValue().of(bearer);
        long y0 = plot * below / full;
        long y1 = plot * (below + part) / full;
        svg.box(
            x,
            top + plot - y1,
            slot - 18L,
            y1 - y0,
            bearer.colour,
            bearer.zh + " " + bearer.en + " " + month.getKey() + ": " + grouped(part / 100));
        below += part;
      }
      boolean next = month.getKey().getYear() > Somebody.YEAR;
      String name = next ? "次年 next" : month.getKey().getMonthValue() + "月";
      svg.say(x + (slot - 18) / 2, top + plot + 20, 13, "middle", INK, name);
      i++;
    }
    svg.line(left, top + plot, WIDTH - 10, top + plot, INK);
    legend(svg, bearers, top + plot + 44);
    return svg.done();
  }

  /** Rows of parts of the whole, each with its bills and yuan. */
  static String parts(String zh, String en, List<Row> rows) {
    int left = 220;
    int right = 190;
    int top = 30;
    int row = 34;
    int plot = WIDTH - left - right;
    List<Bearer> bearers = bearers(rows.stream().map(Row::shares).toList());
    int bottom = top + row * rows.size();
    int height = bottom + 46 + legendHeight(bearers);
    Svg svg = new Svg(WIDTH, height, zh, en);
    svg.say(WIDTH - 6, 18, 13, "end", GREY, "元 yuan（单据 bills）");
    for (int percent = 0; percent <= 100; percent += 20) {
      long x = left + (long) plot * percent / 100;
      svg.line(x, top - 4, x, bottom + 4, RULE);
      svg.say(x, bottom + 20, 12, "middle", GREY, percent + "%");
    }
    int y = top;
    for (Row entry : rows) {
      Shares shares = entry.shares();
      svg.say(left - 10, y + 14, 13, "end", INK, entry.zh());
      svg.say(left - 10, y + 28, 11, "end", GREY, entry.en());
      row(svg, bearers, shares, left, y + 4, plot);
      svg.say(
          WIDTH - 6,
          y + 21,
          13,
          "end",
          INK,
          grouped(shares.total() / 100) + "（" + grouped(shares.bills()) + "）");
      y += row;
    }
    legend(svg, bearers, bottom + 46);
    return svg.done();
  }

  private static void row(Svg svg, List<Bearer> bearers, Shares shares, int left, int y, int plot) {
    long total = Math.max(1, shares.total());
    long before = 0;
    for (Bearer bearer : bearers) {
      long part = shares.of(bearer);
      // Large sums: parts first, so that nothing overflows.
      long x0 = before * plot / total;
      long x1 = (before + part) * plot / total;
      String tip = bearer.zh + " " + bearer.en + ": " + grouped(part / 100);
      svg.box(left + x0, y, x1 - x0, 26, bearer.colour, tip);
      if (x1 - x0 >= 34) {
        svg.say(
            left + (x0 + x1) / 2,
            y + 18,
            12,
            "middle",
            bearer.isDark() ? "#ffffff" : INK,
            (200 * part / total + 1) / 2 + "%");
      }
      before += part;
    }
  }

  private static List<Bearer> bearers(Iterable<Shares> all) {
    Shares sum = new Shares();
    all.forEach(sum::add);
    return Arrays.stream(Bearer.values()).filter(bearer -> sum.of(bearer) > 0).toList();
  }

  private static int legendHeight(List<Bearer> bearers) {
    return (bearers.size() + LEGEND_COLUMNS - 1) / LEGEND_COLUMNS * LEGEND_ROW + 6;
  }

  private static void legend(Svg svg, List<Bearer> bearers, int top) {
    int column = WIDTH / LEGEND_COLUMNS;
    for (int i = 0; i < bearers.size(); i++) {
      Bearer bearer = bearers.get(i);
      int x = 6 + i % LEGEND_COLUMNS * column;
      int y = top + i / LEGEND_COLUMNS * LEGEND_ROW;
      svg.box(x, y, 14, 14, bearer.colour, bearer.zh);
      svg.say(x + 20, y + 12, 12, "start", INK, bearer.zh + " " + bearer.en);
    }
  }

  /** The round number by which an axis of four to ten lines goes up to {@code most}. */
  private static long step(long most) {
    long step = 1;
    while (most / step > 8) {
      String digits = Long.toString(step);
      step = digits.startsWith("2") ? step / 2 * 5 : step * 2;
    }
    return step;
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
