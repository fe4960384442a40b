package io.caresettle.sim.demo;

import io.caresettle.credential.card.CardTrace;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Finding;
import io.caresettle.identity.RealNameVerdict;
import io.caresettle.money.Money;
import io.caresettle.sdk.TerminalListener;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.split.BillId;
import io.caresettle.split.Estimate;
import io.caresettle.split.Payer;
import io.caresettle.writing.EstimateText;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/**
 * The demo in a terminal window: each step as it happens, Chinese with English beside it, in colour
 * where the terminal has it. Threads of the sdk report here too, so every line is printed whole.
 */
final class Screen implements TerminalListener, CardTrace {

  private final PrintWriter out;
  private final Ansi ansi;
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

  synchronized void eligibility(Eligibility eligibility) {
    for (Finding finding : eligibility.findings()) {
      line(
          "   %s %s %s  [%s %s]"
              .formatted(
                  finding.open() ? "@|green ✔|@" : "@|yellow ✘|@",
                  finding.payer().zh(),
                  finding.payer().en(),
                  finding.rule(),
                  finding.article()));
      line("     " + finding.zh());
      line("     " + finding.en());
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
            + Columns.pad("支付方 payer", 40)
            + Columns.padLeft("测算 estimate", 16)
            + Columns.padLeft("预结算 trial", 16));
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
            + Columns.pad(what, 40)
            + Columns.padLeft(ours.toString(), 16)
            + Columns.padLeft(theirs.toString(), 16)
            + (ours.equals(theirs) ? "  @|green =|@" : "  @|bold,red ≠|@"));
  }

  synchronized void outcome(SettlementOutcome outcome) {
    line(
        outcome.fold(
            settled -> "   @|bold,green 结算成功 settled|@  " + settled.settlementId(),
            other ->
                "   @|bold,yellow 金额有变，请确认 settled with other figures|@  "
                    + other.settled().settlementId(),
            no -> "   @|bold,red 未结算 refused|@  " + no.reason() + " → " + no.next(),
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
