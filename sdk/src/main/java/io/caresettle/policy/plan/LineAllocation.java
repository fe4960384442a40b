package io.caresettle.policy.plan;

import io.caresettle.money.Payer;
import io.caresettle.money.Rounding;
import java.util.Arrays;

/**
 * Spreads what each payer pays over the lines, so that every line and every payer adds up to the
 * fen. A payer takes parts of the bill in a fixed order (in scope, first self-pay, over the limit,
 * out of the catalogue), and of a part each line's share goes by what is left of it there.
 */
final class LineAllocation {

  private static final int IN = 0;
  private static final int FIRST = 1;
  private static final int OVER = 2;
  private static final int OUT = 3;
  private static final int PARTS = 4;

  private final boolean cumulative;
  private final int[] layerPayers;

  LineAllocation(Allocation method, int[] layerPayers) {
    this.cumulative = method == Allocation.CUMULATIVE;
    this.layerPayers = layerPayers.clone();
  }

  /** Fills the sheet's table of payers and lines. */
  void run(Sheet sheet) {
    int lines = sheet.lines;
    int payers = Payer.values().length;
    // The payers' rows, then what is left of each part, then a row of fractions.
    if (sheet.linePaid.length == 0) {
      sheet.linePaid = new long[(payers + PARTS + 1) * lines];
    }
    long[] table = sheet.linePaid;
    Arrays.fill(table, 0, payers * lines, 0);
    int left = payers * lines;
    for (int i = 0; i < lines; i++) {
      table[left + i] = sheet.lineInScope(i); // IN is the first.
      table[left + FIRST * lines + i] = sheet.lineFirstSelfPay(i);
      table[left + OVER * lines + i] = sheet.lineOverLimit(i);
      table[left + OUT * lines + i] = sheet.lineOutOfCatalogue(i);
    }
    int own = Payer.PERSONAL_ACCOUNT.place();
    spread(sheet, own, IN, sheet.get(Sheet.ACCOUNT_FIRST));
    for (int at = 0; at < layerPayers.length; at++) {
      long rest = sheet.layerPaid(at) - spread(sheet, layerPayers[at], IN, sheet.layerPaid(at));
      spread(sheet, layerPayers[at], FIRST, rest);
    }
    takeParts(sheet, own, Sheet.ACCOUNT_TOOK);
    takeParts(sheet, Payer.FAMILY_ACCOUNT.place(), Sheet.FAMILY_TOOK);
    int cash = Payer.CASH.place() * lines;
    for (int part = 0; part < PARTS; part++) {
      for (int i = 0; i < lines; i++) {
        table[cash + i] += table[left + part * lines + i];
      }
    }
  }

  /** What an account took of each part; deductible and coinsurance both lie in scope. */
  private void takeParts(Sheet sheet, int payer, int took) {
    long inScope =
        sheet.get(took + Part.DEDUCTIBLE.place()) + sheet.get(took + Part.COINSURANCE.place());
    spread(sheet, payer, IN, inScope);
    spread(sheet, payer, FIRST, sheet.get(took + Part.FIRST_SELF_PAY.place()));
    spread(sheet, payer, OVER, sheet.get(took + Part.OVER_LIMIT.place()));
    spread(sheet, payer, OUT, sheet.get(took + Part.OUT_OF_CATALOGUE.place()));
  }

  /** Spreads at most so much over what is left of a part, and answers how much it was. */
  private long spread(Sheet sheet, int payer, int part, long wanted) {
    if (wanted == 0) {
      return 0;
    }
    int lines = sheet.lines;
    int left = (Payer.values().length + part) * lines;
    boolean accountsOnly = part == OUT;
    long weight = 0;
    for (int i = 0; i < lines; i++) {
      weight += weight(sheet, left, i, accountsOnly);
    }
    long amount = Math.min(wanted, weight);
    if (amount == 0) {
      return 0;
    }
    int row = payer * lines;
    if (amount == weight) {
      all(sheet, left, row, accountsOnly);
    } else if (cumulative) {
      cumulative(sheet, left, row, accountsOnly, amount, weight);
    } else {
      largestRemainder(sheet, left, row, accountsOnly, amount, weight);
    }
    return amount;
  }

  /** What no account may pay is out of the catalogue, and only accounts take from there. */
  private static long weight(Sheet sheet, int left, int line, boolean accountsOnly) {
    return accountsOnly && sheet.get(line, Sheet.LINE_NEVER) != 0 ? 0 : sheet.linePaid[left + line];
  }

  private static void all(Sheet sheet, int left, int row, boolean accountsOnly) {
    long[] table = sheet.linePaid;
    for (int i = 0; i < sheet.lines; i++) {
      long share = weight(sheet, left, i, accountsOnly);
      table[row + i] += share;
      table[left + i] -= share;
    }
  }

  private static void cumulative(
      Sheet sheet, int left, int row, boolean accountsOnly, long amount, long weight) {
    long[] table = sheet.linePaid;
    boolean small = (amount | weight) < Integer.MAX_VALUE;
    long running = 0;
    long spent = 0;
    for (int i = 0; i < sheet.lines; i++) {
      long of = weight(sheet, left, i, accountsOnly);
      if (of == 0) {
        continue; // It ends where the line before does, without a division.
      }
      running += of;
      long end = small ? amount * running / weight : Rounding.DOWN.scale(amount, running, weight);
      long share = end - spent;
      spent = end;
      table[row + i] += share;
      table[left + i] -= share;
    }
  }

  private static void largestRemainder(
      Sheet sheet, int left, int row, boolean accountsOnly, long amount, long weight) {
    long[] table = sheet.linePaid;
    int lines = sheet.lines;
    int fractions = (Payer.values().length + PARTS) * lines;
    long rest = amount;
    for (int i = 0; i < lines; i++) {
      long of = weight(sheet, left, i, accountsOnly);
      long share = Rounding.DOWN.scale(amount, of, weight);
      table[fractions + i] = amount * of - share * weight; // Small, so exact even where × wraps.
      table[row + i] += share;
      table[left + i] -= share;
      rest -= share;
    }
    for (; rest > 0; rest--) {
      int largest = 0;
      for (int i = 1; i < lines; i++) {
        if (table[fractions + i] > table[fractions + largest]) {
          largest = i;
        }
      }
      table[fractions + largest] = -1;
      table[row + largest]++;
      table[left + largest]--;
    }
  }
}
