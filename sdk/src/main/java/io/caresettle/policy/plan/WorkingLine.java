package io.caresettle.policy.plan;

import io.caresettle.money.Money;
import io.caresettle.money.RoundTo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One line of the working: what a step took, what came out, and by which article.
 *
 * @param line index of the bill's line, where the step works line by line
 * @param operands a to d of the formula, in its units
 * @param divisor what a product was divided by; 1 where nothing was
 * @param remainder exact result − result, in parts of {@code divisor} of a fen
 * @param remark why the step did less than one might expect
 * @param leftOut the layer that is no step of the plan, because nobody published its numbers
 */
public record WorkingLine(
    Basis basis,
    List<PolicyValue> values,
    Optional<RoundTo> rounding,
    OptionalInt line,
    Formula formula,
    List<Long> operands,
    long divisor,
    Money result,
    long remainder,
    Remark remark,
    Optional<LeftOut> leftOut) {

  public WorkingLine {
    values = List.copyOf(values);
    operands = List.copyOf(operands);
  }

  static WorkingLine of(Step step, Working working, int entry) {
    int line = working.lineOf(entry);
    return new WorkingLine(
        step.basis(),
        step.values(),
        step.rounding(),
        line < 0 ? OptionalInt.empty() : OptionalInt.of(line),
        working.formula(entry),
        List.of(
            working.number(entry, 1),
            working.number(entry, 2),
            working.number(entry, 3),
            working.number(entry, 4)),
        working.number(entry, 5),
        new Money(working.number(entry, 6)),
        working.number(entry, 7),
        working.remark(entry),
        Optional.empty());
  }

  static WorkingLine of(LeftOut layer) {
    return new WorkingLine(
        layer.basis(),
        List.of(),
        Optional.empty(),
        OptionalInt.empty(),
        Formula.WHOLE,
        List.of(0L, 0L, 0L, 0L),
        1,
        Money.ZERO,
        0,
        Remark.NOT_PUBLISHED,
        Optional.of(layer));
  }

  /** Whether the step did anything; otherwise {@link #remark} says why not. */
  public boolean done() {
    return result.fen() != 0 || remark == Remark.NONE;
  }

  /** The number of the law that the step rests on first, where it rests on one. */
  public Optional<PolicyValue> value() {
    return values.stream().findFirst();
  }

  /** The article whose number was used, or else the article of the step: {@code SZ 12¶2}. */
  public Citation article() {
    return value()
        .map(PolicyValue::source)
        .or(() -> leftOut.map(LeftOut::source))
        .orElse(basis.source());
  }

  /** The sum with its numbers, in no language: {@code 1,234.00 × 60 % = 740.40}. */
  public String sum() {
    return SumText.of(this);
  }

  /**
   * What the formula makes of the operands, computed anew and exactly: the same as {@link #result}
   * in every line.
   */
  public Money replayed() {
    return new Money(Replay.of(this));
  }

  public String zh() {
    String words = basis.kind().zh() + "：" + sum();
    return remark == Remark.NONE ? words : words + "（" + remark.zh() + "）";
  }

  public String en() {
    String words = basis.kind().en() + ": " + sum();
    return remark == Remark.NONE ? words : words + " (" + remark.en() + ")";
  }
}
