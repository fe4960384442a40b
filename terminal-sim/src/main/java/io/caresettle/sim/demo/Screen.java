package io.caresettle.sim.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.caresettle.credential.card.CardTrace;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Finding;
import io.caresettle.identity.RealNameVerdict;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.sdk.TerminalListener;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.split.BillId;
import io.caresettle.split.Estimate;
import io.caresettle.writing.Columns;
import io.caresettle.writing.EstimateText;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/**
 * The demo in a terminal window: each step as it happens, Chinese with English beside it, in colour
 * where the terminal has it. Threads of the sdk report here too, so every line is printed whole.
 */
final class Screen implements TerminalListener, CardTrace {

  private final PrintWriter out;
  private final Ansi ansi;
  private final Set<String> shown = new HashSet<>();
  private int exchanges;

  Screen(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  synchronized void opening(String day, String address) {
    line("@|bold CareSettle 演示 demo|@   业务日固定为 the day is fixed: @|bold " + day + "|@");
    line("医保中心 centre on " + address + "   测试密钥 test keys");
    line("@|yellow *** 测试数据，非真实政策 TEST FIGURES, not the policy of any place ***|@");
  }

  synchronized void bill(int index, int count, DemoBill bill, BillId id) {
    line("");
    line(
        "@|bold,cyan ━━ %d/%d  %s   单号 bill %s ━━|@".formatted(index, count, bill.at().both(), id));
  }

  synchronized void step(String number, String zh, String en) {
    shown.clear();
    line("");
    line("@|bold " + number + " " + zh + " " + en + "|@");
  }

  synchronized void say(String text) {
    line("   " + text);
  }

  /**
   * A card's dialogue is summed up: its command and status words are of interest one by one
   * elsewhere.
   */
  @Override
  public synchronized void exchanged(Exchange exchange) {
    exchanges++;
    if (exchange.command().contains("AUTHENTICATION")) {
      line(
          "@|faint    APDU %-23s %04X  %s %s|@"
              .formatted(exchange.command(), exchange.statusWord(), exchange.zh(), exchange.en()));
    }
  }

  /** How many commands went to card and PSAM since this was last asked. */
  synchronized int exchanges() {
    int count = exchanges;
    exchanges = 0;
    return count;
  }

  synchronized void verdict(RealNameVerdict verdict) {
    line("   @|green ✔|@ " + verdict.zh());
    line("     " + verdict.en());
  }

  /**
   * Waits, but not long, until an answer of this type has been shown: the sdk tells of messages on
   * a thread of its own, and what follows should stand below what it followed from.
   */
  synchronized void shows(String... types) {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    try {
      while (Stream.of(types).noneMatch(shown::contains)) {
        long left = TimeUnit.NANOSECONDS.toMillis(giveUp - System.nanoTime());
        if (left <= 0) {
          return;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized void eligibility(Eligibility eligibility) {
    // One line a rule, whatever number of payers it speaks of.
    Map<String, List<Finding>> byRule =
        eligibility.findings().stream()
            .collect(groupingBy(f -> f.rule() + f.open(), LinkedHashMap::new, toList()));
    for (List<Finding> findings : byRule.values()) {
      Finding one = findings.get(0);
      line(
          "   %s %s %s  [%s %s]"
              .formatted(
                  one.open() ? "@|green ✔|@" : "@|yellow ✘|@",
                  findings.stream().map(f -> f.payer().zh()).distinct().collect(joining("、")),
                  findings.stream().map(f -> f.payer().en()).distinct().collect(joining(", ")),
                  one.rule(),
                  one.article()));
      line("     " + one.zh() + " " + one.en());
    }
  }

  synchronized void estimate(Estimate estimate) {
    EstimateText.table(estimate)
        .lines()
        .forEach(text -> out.println(text.isEmpty() ? "" : "   " + text));
    out.flush();
  }

  /** The centre's own reading of the law beside ours. */
  synchronized void beside(Estimate estimate, Quote quote) {
    line(
        "   "
            + Columns.left("支付方 payer", 40)
            + Columns.right("测算 estimate", 16)
            + Columns.right("预结算 trial", 16));
    for (Payer payer : Payer.values()) {
      Money ours = estimate.split().paidBy(payer);
      Money theirs = quote.split().paidBy(payer);
      if (ours.fen() > 0 || theirs.fen() > 0 || payer == Payer.CASH) {
        row(payer.zh() + " " + payer.en(), ours, theirs);
      }
    }
    row("其中起付标准 of it deductible", estimate.cut().deductible(), quote.cut().deductible());
    row("合计 total", estimate.cut().total(), quote.cut().total());
  }

  private void row(String what, Money ours, Money theirs) {
    line(
        "   "
            + Columns.left(what, 40)
            + Columns.right(ours.toString(), 16)
            + Columns.right(theirs.toString(), 16)
            + (ours.equals(theirs) ? "  @|green =|@" : "  @|bold,red ≠|@"));
  }

  synchronized void outcome(SettlementOutcome outcome) {
    line(
        outcome.fold(
            settled -> "   @|bold,green 结算成功 settled|@  " + settled.settlementId(),
            other ->
                "   @|bold,yellow 金额有变，请确认 settled with other figures|@  "
                    + other.settled().settlementId(),
            no ->
                "   @|bold,red 未结算 refused|@  "
                    + no.reason()
                    + (no.legalBasis().isEmpty() ? "" : "  [" + no.legalBasis() + "]")
                    + " → "
                    + no.next().zh()
                    + " "
                    + no.next().en(),
            unknown ->
                "   @|bold,yellow 结果未知，正在查询 unknown, finding out|@  报文 message "
                    + unknown.messageId()
                    + " 流水 journal #"
                    + unknown.journalPosition()));
  }

  synchronized void verbatim(String text) {
    text.lines().forEach(t -> out.println("   │ " + t));
    out.flush();
  }

  @Override
  public synchronized void messageSent(String type, int bytes, int sealedBytes) {
    message("→", type, bytes, sealedBytes);
  }

  @Override
  public synchronized void messageReceived(String type, int bytes, int sealedBytes) {
    message("←", type, bytes, sealedBytes);
    shown.add(type);
    notifyAll();
  }

  private void message(String arrow, String type, int bytes, int sealedBytes) {
    line(
        String.format(
            Locale.ROOT,
            "@|faint    %s 报文 message %-16s %5d B, 密封 sealed %5d B|@",
            arrow,
            type,
            bytes,
            sealedBytes));
  }

  @Override
  public synchronized void recordAppended(long position, String type, BillId bill) {
    line("@|faint    ◆ 流水 journal #%-4d %s|@".formatted(position, type));
  }

  private void line(String marked) {
    out.println(ansi.string(marked));
    out.flush();
  }
}
