package io.caresettle.centre.national.flow;

import io.caresettle.centre.CallBook;
import io.caresettle.centre.ClearingApplication;
import io.caresettle.centre.ClearingClaim;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Yuan;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The sums that 3203 claims, and the applications as they are kept: under the name of a bill for
 * each month and class, which no bill of an institution has.
 */
final class ClearingClaims {

  static final String KIND = "3203";

  private static final String PREFIX = "CareSettle.clearing-";
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);

  private final Gate gate;
  private final CallBook book;

  ClearingClaims(Gate gate, CallBook book) {
    this.gate = gate;
    this.book = book;
  }

  /** A claim for each class of what stands. */
  List<ClearingClaim> of(LocalDate from, LocalDate to, List<DaySettled.One> settlements) {
    TreeSet<String> types = new TreeSet<>();
    settlements.forEach(one -> types.add(one.key().clearingType()));
    List<ClearingClaim> claims = new ArrayList<>();
    for (String type : types) {
      List<DaySettled.One> of =
          settlements.stream()
              .filter(one -> one.stands() && one.key().clearingType().equals(type))
              .toList();
      if (!of.isEmpty()) {
        claims.add(claim(type, from, to, of));
      }
    }
    return claims;
  }

  private ClearingClaim claim(
      String type, LocalDate from, LocalDate to, List<DaySettled.One> settlements) {
    Money total = Money.ZERO;
    Money inScope = Money.ZERO;
    Money cash = Money.ZERO;
    for (DaySettled.One one : settlements) {
      total = total.plus(one.figures().split().total());
      inScope = inScope.plus(one.figures().cut().inScope());
      cash = cash.plus(one.figures().split().paidBy(Payer.CASH));
    }
    boolean all = gate.unconfirmed().recognised() == Unconfirmed.Recognised.ALL_FEES;
    return new ClearingClaim(
        type,
        "",
        from,
        to,
        settlements.size(),
        total,
        all ? total : inScope,
        new Money(Yuan.fen(DayTotalling.sum(settlements, "funds"))),
        new Money(Yuan.fen(DayTotalling.sum(settlements, "account"))),
        cash);
  }

  /** {@code data} of 3203. */
  static Node data(ClearingClaim claim) {
    return Node.EMPTY
        .with("clr_type", claim.type())
        .with("clr_way", claim.way())
        .with("setlym", MONTH.format(claim.month()))
        .with("psntime", Integer.toString(claim.settlements()))
        .with("medfee_sumamt", claim.total().toString())
        .with("med_sumfee", claim.recognised().toString())
        .with("fund_appy_sum", claim.funds().toString())
        .with("cash_payamt", claim.cash().toString())
        .with("acct_pay", claim.account().toString())
        .with("begndate", claim.from().toString())
        .with("enddate", claim.to().toString());
  }

  static Facts facts(ClearingClaim claim) {
    return new Facts(data(claim));
  }

  BillId bill(ClearingClaim claim) {
    // A bill's number has letters, digits, dots, dashes and underscores.
    return new BillId(
        gate.institution(),
        PREFIX + MONTH.format(claim.month()) + '-' + claim.type().replaceAll("[^0-9A-Za-z]", "_"));
  }

  /** Those under which an application of this month was kept. */
  List<BillId> bills(YearMonth month) {
    String named = PREFIX + MONTH.format(month) + '-';
    return book.between(Times.start(month.atDay(1)), gate.now().plus(Duration.ofDays(1))).stream()
        .filter(bill -> bill.number().startsWith(named))
        .toList();
  }

  List<ClearingApplication> of(BillId bill) {
    return book.of(bill).stream()
        .filter(call -> call.kind().equals(KIND))
        .map(ClearingClaims::read)
        .toList();
  }

  /** The call that an application was made with, as it is kept now. */
  Optional<VisitCall> call(ClearingApplication application) {
    return book.of(bill(application.claim())).stream()
        .filter(call -> call.messageId().equals(application.messageId()))
        .findFirst();
  }

  static ClearingApplication read(VisitCall call) {
    Facts facts = Facts.of(call.facts());
    ClearingClaim claim =
        new ClearingClaim(
            facts.get("clr_type"),
            facts.get("clr_way"),
            LocalDate.parse(facts.get("begndate")),
            LocalDate.parse(facts.get("enddate")),
            Integer.parseInt(facts.get("psntime")),
            Money.parseYuan(facts.get("medfee_sumamt")),
            Money.parseYuan(facts.get("med_sumfee")),
            Money.parseYuan(facts.get("fund_appy_sum")),
            Money.parseYuan(facts.get("acct_pay")),
            Money.parseYuan(facts.get("cash_payamt")));
    String number = facts.get("number");
    return new ClearingApplication(
        claim,
        call.messageId(),
        switch (call.state()) {
          case OWED, BEGUN -> ClearingApplication.State.UNKNOWN;
          case STANDS -> ClearingApplication.State.APPLIED;
          case UNDO_BEGUN -> ClearingApplication.State.WITHDRAWAL_UNKNOWN;
          case GONE -> ClearingApplication.State.NONE;
        },
        number.isEmpty() ? Optional.empty() : Optional.of(number));
  }
}
