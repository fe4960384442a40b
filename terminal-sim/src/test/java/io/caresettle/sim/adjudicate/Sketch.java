package io.caresettle.sim.adjudicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A fictitious pack written in a few lines, and a bill for it. */
public final class Sketch {

  private static final String AND = ", rule: R-BEN-01, source: {text: SZ, article: \"12\"}}";
  private static final String STANDS = ", standing: fictitious, confidence: none}";

  private final List<String> header = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  private String rounding = "half-up-fen";
  private String point = "line";
  private String end = "";

  /** More keys of the header. */
  public Sketch header(String line) {
    header.add(line);
    return this;
  }

  /** A value of one number for all, in {@code fen}, {@code basis-points} or {@code ratio}. */
  public Sketch value(String name, String unit, String number) {
    return value(name, unit, "", number, "1");
  }

  /** A value in tables, and the article it stands in. */
  public Sketch value(String name, String unit, String by, String table, String article) {
    values.add("  " + name + ":");
    values.add("    describes: " + name);
    values.add("    unit: " + unit);
    values.add(by.isEmpty() ? "" : "    by: [" + by + "]");
    values.add("    series: [{from: 2026-01-01, value: " + table);
    values.add("      , source: {text: SZ, article: \"" + article + "\"}" + STANDS + "]");
    return this;
  }

  /** More keys of the value that was written last. */
  public Sketch valueKey(String line) {
    values.add("    " + line);
    return this;
  }

  /** A step between what is in scope and cash. */
  public Sketch step(String step) {
    steps.add("  - {step: " + step + AND);
    return this;
  }

  /** How and where the lines are rounded. */
  public Sketch lines(String roundingWord, String firstSelfPayPoint) {
    rounding = roundingWord;
    point = firstSelfPayPoint;
    return this;
  }

  /** The last step, after cash. */
  public Sketch allocate(String method) {
    end = "  - {step: allocate, method: " + method + AND;
    return this;
  }

  /** The pack of this area, to be served in these kinds of care. */
  public String text(String area, String care) {
    List<String> all = new ArrayList<>();
    all.add("topic: sketch\narea: " + area + "\nnames: {zh: 示例, en: sketch}\nscheme: employee");
    all.add(care.isEmpty() ? "" : "care: [" + care + "]");
    all.add("from: 2026-01-01\nstill_valid_on: 2026-11-20");
    all.addAll(header);
    all.add(values.isEmpty() ? "values: {}" : "values:");
    all.addAll(values);
    if (!steps.isEmpty()) {
      all.add("plan:");
      all.add("  - {step: line-total, rounding: " + rounding + AND);
      all.add("  - {step: out-of-catalogue" + AND);
      all.add("  - {step: price-limit, rounding: " + rounding + AND);
      all.add("  - {step: first-self-pay, rounding: " + rounding + ", point: " + point + AND);
      all.add("  - {step: in-scope" + AND);
      all.addAll(steps);
      all.add("  - {step: cash" + AND);
      all.add(end);
    }
    return String.join("\n", all) + "\n";
  }

  public LawBook book() {
    return LawBook.ofTexts(Map.of("sketch.yaml", text("test", "outpatient, inpatient")));
  }

  /** Judges a bill of totals: everything in scope. */
  public Judgement inScope(long fen) {
    return book().judge(bill(fen));
  }

  public Judgement inScope(long fen, Map<String, Long> sums) {
    return book().judge(bill(fen).after(sums));
  }

  /** A bill of totals, all in scope, every payer open, nothing in the accounts. */
  public static Claim bill(long fen) {
    return bill(0, 0, 0, fen);
  }

  public static Claim bill(long out, long over, long first, long inScope) {
    return new Claim(
            "employee",
            "test",
            "active",
            "inpatient",
            "level-3",
            LocalDate.of(2026, 3, 1),
            Set.copyOf(Payers.ALL),
            Map.of(),
            0,
            Map.of(),
            List.of())
        .of(new Claim.Totals(out, over, first, inScope));
  }

  /** A bill of a stay, all in scope. */
  public static Claim stay(LocalDate first, LocalDate last, long inScope) {
    return stay("test", first, last, inScope);
  }

  /** The same in another area. */
  public static Claim stay(String area, LocalDate first, LocalDate last, long inScope) {
    Claim bill = bill(inScope);
    return new Claim(
        bill.scheme(),
        area,
        bill.category(),
        bill.care(),
        bill.level(),
        first,
        last,
        bill.circumstances(),
        bill.open(),
        bill.yearToDate(),
        bill.balances(),
        bill.catalogue(),
        bill.lines(),
        bill.totals());
  }

  /** A bill of lines: the item's code and its amount in fen, in pairs. */
  public static Claim lines(Object... codesAndFen) {
    List<Claim.Line> lines = new ArrayList<>();
    for (int i = 0; i < codesAndFen.length; i += 2) {
      String id = "L" + (i / 2 + 1);
      long fen = ((Number) codesAndFen[i + 1]).longValue();
      lines.add(Claim.Line.ofAmount(id, codesAndFen[i].toString(), fen));
    }
    Claim bill = bill(0);
    return new Claim(
        bill.scheme(),
        bill.area(),
        bill.category(),
        bill.care(),
        bill.level(),
        bill.date(),
        bill.discharge(),
        bill.circumstances(),
        bill.open(),
        bill.yearToDate(),
        bill.balances(),
        Map.of(
            "A", new Claim.Item("A", "A", 0, Optional.empty()),
            "B", new Claim.Item("B", "B", 1000, Optional.empty()),
            "B3", new Claim.Item("B3", "B", 3000, Optional.empty()),
            "C", new Claim.Item("C", "C", 0, Optional.empty()),
            "N", new Claim.Item("N", "C", 0, Optional.empty(), true)),
        lines,
        Optional.empty());
  }
}
