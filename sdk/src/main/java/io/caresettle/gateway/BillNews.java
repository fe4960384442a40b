package io.caresettle.gateway;

import io.caresettle.protocol.certificate.ExpiryAlarm;
import io.caresettle.sdk.Alarm;
import io.caresettle.sdk.TerminalListener;
import io.caresettle.split.BillId;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hears from a terminal what its journal keeps, for the callers who want to see a bill's progress:
 * the listener that a terminal with a gateway is opened with. It passes everything on.
 */
public final class BillNews implements TerminalListener {

  private static final int MOST_BILLS = 2_000;
  private static final int MOST_RECORDS = 64;

  /** A durable record of a bill. */
  record Kept(long position, String type) {}

  private final TerminalListener next;
  private final Map<BillId, List<Kept>> kept = new LinkedHashMap<>();
  private boolean over;

  private BillNews(TerminalListener next) {
    this.next = next;
  }

  /** For a terminal to which nobody else listens. */
  public static BillNews alone() {
    return new BillNews(new TerminalListener() {});
  }

  /** For a terminal to which {@code next} listens as well. */
  public static BillNews before(TerminalListener next) {
    return new BillNews(next);
  }

  @Override
  public void recordAppended(long position, String type, BillId bill) {
    synchronized (kept) {
      List<Kept> of = kept.computeIfAbsent(bill, b -> new ArrayList<>());
      of.add(new Kept(position, type));
      if (of.size() > MOST_RECORDS) {
        of.remove(0);
      }
      if (kept.size() > MOST_BILLS) {
        kept.remove(kept.keySet().iterator().next());
      }
      kept.notifyAll();
    }
    next.recordAppended(position, type, bill);
  }

  /**
   * What was kept of a bill after a position, in this process; waits a while for something where
   * nothing was.
   */
  List<Kept> after(BillId bill, long position, Duration within) throws InterruptedException {
    long end = System.nanoTime() + within.toNanos();
    synchronized (kept) {
      List<Kept> fresh = after(bill, position);
      long left = end - System.nanoTime();
      while (fresh.isEmpty() && !over && left > 0) {
        kept.wait(1 + left / 1_000_000);
        fresh = after(bill, position);
        left = end - System.nanoTime();
      }
      return fresh;
    }
  }

  private List<Kept> after(BillId bill, long position) {
    return kept.getOrDefault(bill, List.of()).stream()
        .filter(each -> each.position() > position)
        .toList();
  }

  /** Nobody waits for anything more. */
  void end() {
    synchronized (kept) {
      over = true;
      kept.notifyAll();
    }
  }

  boolean isOver() {
    synchronized (kept) {
      return over;
    }
  }

  @Override
  public void messageSent(String type, int bytes, int sealedBytes) {
    next.messageSent(type, bytes, sealedBytes);
  }

  @Override
  public void messageReceived(String type, int bytes, int sealedBytes) {
    next.messageReceived(type, bytes, sealedBytes);
  }

  @Override
  public void notAuthentic(String type) {
    next.notAuthentic(type);
  }

  @Override
  public void centreAddressFailed(InetSocketAddress address, String reason) {
    next.centreAddressFailed(address, reason);
  }

  @Override
  public void keysExpire(ExpiryAlarm alarm) {
    next.keysExpire(alarm);
  }

  @Override
  public void unresolved(int bills) {
    next.unresolved(bills);
  }

  @Override
  public void alarm(Alarm alarm) {
    next.alarm(alarm);
  }

  @Override
  public void journalIsCopy(int grantedSlot) {
    next.journalIsCopy(grantedSlot);
  }

  @Override
  public void disputed(BillId bill, String reason) {
    next.disputed(bill, reason);
  }

  @Override
  public void answerFinding(String name, boolean contradicts, String what) {
    next.answerFinding(name, contradicts, what);
  }

  @Override
  public void closedWithOpenBills(List<BillId> bills) {
    next.closedWithOpenBills(bills);
  }
}
