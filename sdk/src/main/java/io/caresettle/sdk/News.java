package io.caresettle.sdk;

import io.caresettle.centre.AnswerFinding;
import io.caresettle.centre.CentreNews;
import io.caresettle.centre.Receipt;
import io.caresettle.journal.Entry;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.certificate.ExpiryAlarm;
import io.caresettle.settlement.Settler;
import io.caresettle.split.BillId;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Passes on what happens, and keeps a listener that fails from failing a settlement. */
final class News implements CentreNews {

  private final TerminalListener listener;
  private final CompletableFuture<Settler> settler = new CompletableFuture<>();
  private volatile Runnable lineLost = () -> {};

  News(TerminalListener listener) {
    this.listener = listener;
  }

  /** From now on, late receipts have somebody to go to. */
  void settlesWith(Settler opened) {
    settler.complete(opened);
  }

  @Override
  public void sent(String type, int bytes, int sealedBytes) {
    tell(() -> listener.messageSent(type, bytes, sealedBytes));
  }

  @Override
  public void received(String type, int bytes, int sealedBytes) {
    tell(() -> listener.messageReceived(type, bytes, sealedBytes));
  }

  /** Hears of a line that was lost, from now on. */
  void tellsOfTheLine(Runnable lost) {
    lineLost = lost;
  }

  @Override
  public void notAuthentic(String type) {
    lineLost.run();
    tell(() -> listener.notAuthentic(type));
  }

  @Override
  public void addressFailed(InetSocketAddress address, String reason) {
    lineLost.run();
    tell(() -> listener.centreAddressFailed(address, reason));
  }

  /** Money that does not add up is a person's turn at once. */
  @Override
  public void found(AnswerFinding finding) {
    tell(
        () ->
            listener.answerFinding(
                finding.name(), finding.contradicts(), finding.zh() + " / " + finding.en()));
    if (finding.contradicts() && finding.about().isPresent()) {
      BillId bill = finding.about().get().bill();
      String reason = finding.name() + ' ' + finding.zh() + " / " + finding.en();
      var unused = settler.thenAccept(s -> dispute(s, bill, reason));
    }
  }

  private static void dispute(Settler settler, BillId bill, String reason) {
    try {
      settler.dayBook().dispute(bill, reason);
    } catch (Misuse e) {
      // It is disputed already, or its attempt has ended since.
      return;
    }
  }

  @Override
  public void lateReceipt(Receipt receipt) {
    // Where the journal fails now, the resolver will ask for the receipt again.
    var unused = settler.thenAccept(s -> s.late(receipt));
  }

  void appended(Entry entry) {
    tell(() -> listener.recordAppended(entry.position(), entry.type().name(), entry.bill()));
  }

  void keysExpire(ExpiryAlarm alarm) {
    tell(() -> listener.keysExpire(alarm));
  }

  void unresolved(int bills) {
    tell(() -> listener.unresolved(bills));
  }

  void alarm(Alarm alarm) {
    tell(() -> listener.alarm(alarm));
  }

  void journalIsCopy(int grantedSlot) {
    tell(() -> listener.journalIsCopy(grantedSlot));
  }

  void disputed(BillId bill, String reason) {
    tell(() -> listener.disputed(bill, reason));
  }

  void closedWithOpenBills(List<BillId> bills) {
    tell(() -> listener.closedWithOpenBills(bills));
  }

  private static void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException e) {
      // The listener is somebody's logging. Money does not depend on it.
      return;
    }
  }
}
