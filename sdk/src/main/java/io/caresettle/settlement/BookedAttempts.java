package io.caresettle.settlement;

import io.caresettle.centre.ClearingGroup;
import io.caresettle.centre.Receipt;
import io.caresettle.journal.Entry;
import io.caresettle.settlement.BookedAttempt.End;
import io.caresettle.split.BillId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the attempts of one bill out of its records, oldest first. */
final class BookedAttempts {

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final BillId bill;
  private final List<BookedAttempt> found = new ArrayList<>();
  private final Map<String, LocalDate> quoted = new HashMap<>();
  private BillState state = new BillState.Fresh();
  private Optional<Receipt> receipt = Optional.empty();
  private Optional<String> undone = Optional.empty();
  private boolean booked;

  private BookedAttempts(BillId bill) {
    this.bill = bill;
  }

  static List<BookedAttempt> of(BillId bill, List<Entry> entries) {
    BookedAttempts attempts = new BookedAttempts(bill);
    for (Entry entry : entries) {
      if (RecordReader.isOfSettlement(entry)) {
        attempts.follow(entry);
      }
    }
    attempts.end(true);
    return List.copyOf(attempts.found);
  }

  private void follow(Entry entry) {
    try {
      follow(RecordReader.understand(entry), entry.position());
    } catch (IllegalStateException e) {
      throw RecordReader.notUnderstood(entry, e);
    }
  }

  private void follow(BillRecord record, long position) {
    if (record instanceof BillRecord.Quoted q) {
      quoted.put(q.reference(), q.businessDate());
    } else if (record instanceof BillRecord.SettleIntent) {
      end(false);
      receipt = Optional.empty();
      undone = Optional.empty();
      booked = false;
    } else if (record instanceof BillRecord.Settled r) {
      receipt = Optional.of(r.receipt());
    } else if (record instanceof BillRecord.SettledDifferently r) {
      receipt = Optional.of(r.receipt());
    } else if (record instanceof BillRecord.Reversed r) {
      undone = r.settlementId();
    } else if (record instanceof BillRecord.Acknowledged) {
      booked |= state instanceof BillState.Settled;
    }
    state = state.after(record, position);
  }

  private void end(boolean last) {
    if (!(state instanceof BillState.Tried tried)) {
      return;
    }
    Intent intent = tried.intent();
    Figures figures = receipt.map(Figures::of).orElse(intent.confirmed());
    found.add(
        new BookedAttempt(
            bill,
            intent.message().messageId(),
            last,
            end(),
            state.name(),
            booked,
            receipt.map(Receipt::businessDate).orElseGet(() -> day(intent)),
            intent
                .particulars()
                .care()
                .map(
                    care ->
                        new ClearingGroup(
                            intent.particulars().scheme(), care, intent.particulars().area())),
            receipt.map(Receipt::settlementId).or(() -> undone),
            figures.cut(),
            figures.split()));
  }

  /** A centre refuses the quote of another day, so what it settled without our knowing is of it. */
  private LocalDate day(Intent intent) {
    return Optional.ofNullable(quoted.get(intent.quoteReference()))
        .orElseGet(() -> LocalDate.ofInstant(intent.at(), CHINA));
  }

  private End end() {
    if (state instanceof BillState.Settled) {
      return End.STANDS;
    } else if (state instanceof BillState.Differs) {
      return End.UNDECIDED;
    } else if (state instanceof BillState.Cancelling) {
      return End.BEING_CANCELLED;
    } else if (state instanceof BillState.Cancelled) {
      return End.UNDONE;
    } else if (state instanceof BillState.Reversed) {
      return receipt.isPresent() || undone.isPresent() ? End.UNDONE : End.ABSENT;
    } else if (state instanceof BillState.Disputed) {
      return End.DISPUTED;
    } else if (state instanceof BillState.Refused
        || state instanceof BillState.NotSent
        || state instanceof BillState.PresumedAbsent) {
      return End.ABSENT;
    }
    return End.OPEN;
  }
}
