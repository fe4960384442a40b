package io.caresettle.sim.year;

import static io.caresettle.sim.year.Somebody.YEAR;

import io.caresettle.money.Payer;
import io.caresettle.sim.adjudicate.Judgement;
import io.caresettle.sim.year.YearFigures.Tally;
import io.caresettle.split.Bill;
import io.caresettle.split.FeeLine;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets somebody live the year, with refunds, and counts what it came to. */
final class LivedYear {

  /** By then every gap that anybody will make good is made good. */
  private static final LocalDate ALL_KNOWN = LocalDate.of(YEAR + 1, 6, 30);

  private static final int REFUNDED = 4;

  private final Somebody who;
  private final Life life;
  private final Dice dice;
  private final YearFigures figures;
  private final List<Fate> unsettled = new ArrayList<>();
  private Optional<YearMonth> credited = Optional.empty();

  private LivedYear(Somebody who, Life life, Dice dice, YearFigures figures) {
    this.who = who;
    this.life = life;
    this.dice = dice;
    this.figures = figures;
  }

  static YearFigures of(Somebody who, Life life, Dice dice, YearFigures figures) {
    LivedYear year = new LivedYear(who, life, dice, figures);
    figures.count(Count.PERSONS);
    for (Wish wish : who.wishes()) {
      year.live(wish);
    }
    year.closeTheBooks();
    return figures;
  }

  private void live(Wish wish) {
    Fate fate = take(wish);
    credit(fate);
    if (fate instanceof Fate.Settled && dice.percent(REFUNDED)) {
      refund();
    }
  }

  private Fate take(Wish wish) {
    Fate fate = life.take(wish);
    if (StayOfTwoSchemes.isOne(fate)) {
      figures.count(Count.TWO_SCHEMES);
      List<Wish> parts = fate instanceof Fate.Cash cash ? StayOfTwoSchemes.parts(cash) : List.of();
      if (!parts.isEmpty()) {
        return parts.stream().map(this::take).reduce((a, b) -> b).orElseThrow();
      }
    }
    if (fate instanceof Fate.Settled settled) {
      life.books().standing().add(settled);
    } else {
      unsettled.add(fate);
    }
    return fate;
  }

  /** Month by month, as long as the person's contribution is there. */
  private void credit(Fate fate) {
    YearMonth month = YearMonth.from(fate.wish().settled());
    int months =
        month.getMonthValue()
            - credited.map(YearMonth::getMonthValue).orElse(month.getMonthValue());
    if (Agency.isCredited(fate.decided()) && months > 0) {
      life.books().credit(months * (who.walk().isOld() ? 9_500L : 16_800L));
    }
    credited = Optional.of(month);
  }

  /** The person comes back: newest first, all are undone down to one, and settled anew after it. */
  private void refund() {
    List<Fate.Settled> standing = life.books().standing();
    int first = standing.size() - dice.between(1, Math.min(4, standing.size()));
    List<Fate.Settled> undone = new ArrayList<>(standing.subList(first, standing.size()));
    for (int i = undone.size() - 1; i >= 0; i--) {
      life.books().undo(undone.get(i));
      standing.remove(standing.size() - 1);
    }
    figures.count(Count.REFUNDS);
    boolean again = dice.percent(70);
    if (again) {
      take(corrected(undone.get(0).wish()));
    }
    for (Fate.Settled later : undone.subList(1, undone.size())) {
      take(later.wish());
      figures.count(Count.SETTLED_ANEW);
    }
    if (again) {
      figures.count(Count.SETTLED_ANEW);
    }
  }

  /** The same without its last line, where there are others. */
  private static Wish corrected(Wish wish) {
    List<FeeLine> lines = wish.bill().lines();
    return wish.with(new Bill(wish.bill().id(), lines.subList(0, Math.max(1, lines.size() - 1))));
  }

  private void closeTheBooks() {
    if (figures.of(Count.REFUNDS) > 0) {
      life.books().asIfNothingElseHadBeen();
    }
    for (Fate.Settled settled : life.books().standing()) {
      Map<Bearer, Long> parts = new EnumMap<>(Bearer.class);
      for (Payer payer : Payer.values()) {
        parts.put(Bearer.of(payer), settled.judgement().paidBy(payer.id()));
      }
      common(settled, parts);
      figures.count(Count.SETTLED);
      WhyClosed.of(settled.verdict()).forEach(why -> figures.tally(Tally.CLOSED, why));
      List<Judgement.Forgone> without = settled.judgement().forgone();
      if (!without.isEmpty()) {
        figures.count(Count.LAYER_LEFT_OUT);
      }
      without.forEach(
          layer -> figures.tally(Tally.LEFT_OUT, layer.value() + " (" + layer.article() + ')'));
      if (settled.atLimit()) {
        figures.count(Count.BEYOND_LIMIT);
      }
    }
    unsettled.forEach(this::unsettled);
  }

  private void unsettled(Fate fate) {
    long fen = fate.wish().bill().total().fen();
    if (fate instanceof Fate.Stopped stopped) {
      figures.count(stopped.value().isPresent() ? Count.STOPPED : Count.WITHOUT_RULE);
      figures.tally(
          stopped.value().isPresent() ? Tally.UNKNOWN : Tally.WITHOUT_RULE, stopped.why());
      common(fate, Map.of(Bearer.STOPPED, fen));
    } else if (fate instanceof Fate.Cash cash) {
      figures.count(Count.CASH);
      boolean noDay = cash.decided().startsOnADayNobodyPublished();
      common(fate, Map.of(noDay ? Bearer.NO_FIRST_DAY : Bearer.FULL_CASH, fen));
      if (noDay) {
        figures.count(Count.NO_FIRST_DAY);
      }
      if (WhyClosed.isUnpublished(cash.verdict())) {
        figures.count(Count.CLOSED_BY_UNKNOWN);
      }
      life.late(cash, figures);
      WhyClosed.of(cash.verdict()).forEach(why -> figures.tally(Tally.CLOSED, why));
      if (cash.decided().opens(Payer.POOL_FUND)) {
        WhyClosed.ofPool(cash.verdict()).forEach(why -> figures.tally(Tally.STRICTER, why));
      }
      if (cash.decided().isForTheAgency()) {
        figures.count(Count.BY_HAND);
      }
      if (life.isPayableAfterwards(cash.wish(), ALL_KNOWN)) {
        figures.count(Count.AFTERWARDS);
      }
    }
  }

  private void common(Fate fate, Map<Bearer, Long> parts) {
    Wish wish = fate.wish();
    figures.count(Count.BILLS);
    figures.bill(wish.settled(), who.walk(), wish.care(), parts);
    boolean away =
        fate.decided()
            .person()
            .serving()
            .filter(cover -> !cover.area().equals(wish.place().area()))
            .isPresent();
    if (away) {
      figures.count(Count.OFF_SITE);
    }
    if (wish.care().isStay()) {
      figures.count(Count.STAYS);
    }
    if (wish.from().getYear() < wish.to().getYear()) {
      figures.count(Count.OVER_NEW_YEAR);
    }
  }
}
