package io.caresettle.settlement;

import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Reservation;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.Misuse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One call to settle a bill by a quote: it looks whether the bill has ended already, finds the way
 * to the centre, begins the attempt and waits for its end.
 *
 * <p>What takes as long as the line or a signing device likes happens outside the bill's case:
 * whoever wants to know of the bill meanwhile is not kept waiting by it, nor is another call's
 * deadline.
 */
final class Attempt extends Call<SettlementOutcome> {

  private enum Phase {
    /** Nothing was sent. */
    ASKING,
    /** It is told of an attempt, this call's or another's, however that ends. */
    FOLLOWING,
    /** Whoever called has left before, and nothing is sent any more. */
    LEFT
  }

  private final Quote quote;
  private final String operator;
  private final boolean maySend;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.ASKING);

  /** Whether the attempt is this call's; only within the bill's case. */
  private boolean own;

  /**
   * @param maySend whether whoever called is there; if not, it only says how the bill ended
   */
  Attempt(Works works, Case work, Quote quote, String operator, boolean maySend, Duration within) {
    super(works, work, within);
    this.quote = quote;
    this.operator = operator;
    this.maySend = maySend;
  }

  @Override
  void begin() {
    if (follows()) {
      return;
    }
    Optional<SettlementOutcome> voided = Outcomes.voided(quote, works.settings().centreClock());
    if (voided.isPresent()) {
      tell(voided.get());
    } else if (!maySend) {
      fail(nothingSent());
    } else {
      works.line().reserve(works.left(end), reply -> guarded(() -> wayTold(reply)).run());
    }
  }

  /** Whether there is an end, or an attempt on its way, and this call is told of that. */
  private boolean follows() {
    requireSameBody();
    if (Machine.mayBegin(work.state(), quote.reference())) {
      return false;
    }
    if (phase.compareAndSet(Phase.ASKING, Phase.FOLLOWING)) {
      work.when(state -> !(state instanceof BillState.Settling), this::tellHowItStands);
    }
    return true;
  }

  private void requireSameBody() {
    Optional<Intent> earlier = work.state().lastIntent();
    if (earlier.filter(i -> !i.bodyDigest().equals(quote.bodyDigest())).isPresent()) {
      throw new Misuse(
          "Bill "
              + work.bill()
              + " was to be settled before with other lines, another visit or another person: give"
              + " the changed bill a number of its own");
    }
  }

  private void wayTold(Reply<Reservation> reply) {
    if (!(reply instanceof Reply.Answered<Reservation> free)) {
      RuntimeException none = Sender.noWay(work.bill(), reply);
      // Another call may have found its way meanwhile. Then it decides, and not what we met.
      work.submit(
          guarded(
              () -> {
                if (!follows()) {
                  fail(none);
                }
              }));
      return;
    }
    Reservation way = free.value();
    boolean handedOn = false;
    try {
      Duration left = works.left(end);
      if (phase.get() == Phase.LEFT) {
        return;
      } else if (left.isZero()) {
        throw nothingSent();
      }
      Intent intent =
          works.sender().prepare(quote, operator, left.plus(works.settings().keepFor()));
      work.submit(guarded(() -> beginOn(way, intent, left)));
      handedOn = true;
    } finally {
      if (!handedOn) {
        way.close();
      }
    }
  }

  private void beginOn(Reservation way, Intent intent, Duration left) {
    try {
      // Looked at before as well; but what was true then need not be now.
      if (!follows() && phase.compareAndSet(Phase.ASKING, Phase.FOLLOWING)) {
        own = work.happen(new Event.Confirmed(intent)).effect().isPresent();
        if (!own) {
          // Another till was faster, which only the journal knew.
          work.when(state -> !(state instanceof BillState.Settling), this::tellHowItStands);
          requireSameBody();
        }
      }
    } finally {
      if (!own) {
        way.close();
      }
    }
    if (own) {
      work.when(state -> !(state instanceof BillState.Settling), () -> ended(intent));
      works
          .line()
          .settle(
              new PreparedSettlement(intent.message(), intent.document()),
              way,
              left,
              reply -> works.answered(intent.bill(), () -> works.sender().told(intent, reply)));
    }
  }

  private void ended(Intent intent) {
    if (work.state() instanceof BillState.NotSent n) {
      String what =
          "Nothing of bill "
              + work.bill()
              + " was sent (message "
              + intent.message().messageId()
              + ")";
      fail(n.impostor() ? Sender.impostor(what, n.why()) : Sender.unsent(what, n.why()));
    } else {
      tellHowItStands();
    }
  }

  @Override
  void leave(Leaving why) {
    if (phase.compareAndSet(Phase.ASKING, Phase.LEFT)) {
      if (!work.tryNow(guarded(this::tellWhatIsThere))) {
        fail(nothingSent());
      }
    } else {
      work.submit(guarded(() -> giveUp(why)));
    }
  }

  /** Of another call's attempt, or of nothing. */
  private void tellWhatIsThere() {
    if (Machine.mayBegin(work.state(), quote.reference())) {
      fail(nothingSent());
    } else {
      tellHowItStands();
    }
  }

  private void giveUp(Leaving why) {
    if (own && work.state() instanceof BillState.Settling s) {
      try {
        work.happen(new Event.NoAnswer(s.intent().message().messageId(), why.why()));
        works.resolver().now(work.bill());
      } catch (JournalUnavailable e) {
        // It was sent, so it is unknown, whatever the disk does.
        tellHowItStands();
      }
    }
    tellHowItStands();
  }

  private CentreUnreachable nothingSent() {
    return new CentreUnreachable(
        "The deadline or an interrupt came before anything of bill "
            + work.bill()
            + " was sent: it can be tried again");
  }

  private void tellHowItStands() {
    tell(Outcomes.of(work.bill(), work.state()).orElseThrow());
  }
}
