package io.caresettle.centre.national.flow;

import io.caresettle.centre.AnswerFinding;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Yuan;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.centre.national.profile.Settling.FundSum;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The amounts of one {@code setlinfo}, as the profile reads them.
 *
 * @param fundSum {@code fund_pay_sumamt} as it stands there, for the day's comparison
 * @param balance of the account afterwards
 * @param findings what was missing and could be missed
 */
record Amounts(
    ScopeCut cut,
    SettlementSplit split,
    Money fundSum,
    Money balance,
    List<AnswerFinding> findings) {

  Amounts {
    findings = List.copyOf(findings);
  }

  /**
   * Reads them.
   *
   * @param undoing whether it is the answer to an undo: whose amounts are negative in some
   *     provinces
   * @throws Contradiction when they do not add up, or the total is missing
   */
  static Amounts read(Profile profile, String transaction, Node answer, boolean undoing) {
    Node info = answer.node("setlinfo").orElse(Node.EMPTY);
    return new Reading(profile, transaction, info, undoing).amounts(answer);
  }

  /** One reading of one answer. */
  private static final class Reading {

    private static final List<String> FUNDS =
        List.of(
            "hifp_pay", "cvlserv_pay", "hifes_pay", "hifmi_pay", "hifob_pay", "maf_pay", "oth_pay");

    private final Profile profile;
    private final String transaction;
    private final Node info;
    private final boolean undoing;
    private final List<AnswerFinding> findings = new ArrayList<>();

    Reading(Profile profile, String transaction, Node info, boolean undoing) {
      this.profile = profile;
      this.transaction = transaction;
      this.info = info;
      this.undoing = undoing;
    }

    Amounts amounts(Node answer) {
      long total = required("medfee_sumamt");
      long fundSum = required("fund_pay_sumamt");
      ScopeCut cut = cut(total);
      Map<Payer, Money> paid = paid(total, fundSum);
      Optional<Long> balance = balance();
      if (balance.isEmpty()) {
        note("NO_BALANCE", "缺少账户余额 balc，或不是金额", "the balance of the account is missing, or none");
      }
      details(answer, fundSum);
      return new Amounts(
          cut,
          new SettlementSplit(new Money(total), paid),
          new Money(fundSum),
          new Money(balance.orElse(0L)),
          findings);
    }

    /** No payer's amount, and none that a settlement is refused for. */
    private Optional<Long> balance() {
      try {
        return Yuan.fen(info, profile.wording().names(transaction, "balc"))
            .map(found -> undoing ? Math.absExact(found) : found);
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    /** Nothing where it is missing, which nobody needs to be told. */
    private long optional(String usual) {
      long found = fen(usual).orElse(0L);
      if (found < 0) {
        throw no("NEGATIVE", usual + " 为负数", usual + " is less than nothing");
      }
      return found;
    }

    private Optional<Long> fen(String usual) {
      try {
        Optional<Long> found = Yuan.fen(info, profile.wording().names(transaction, usual));
        return undoing ? found.map(Math::absExact) : found;
      } catch (IllegalArgumentException e) {
        throw no("NO_AMOUNT", usual + " 不是金额", usual + " is no amount");
      }
    }

    private long required(String usual) {
      long found =
          fen(usual).orElseThrow(() -> no("LACKS_AMOUNT", "答复缺少 " + usual, usual + " is missing"));
      if (found < 0) {
        throw no("NEGATIVE", usual + " 为负数", usual + " is less than nothing");
      }
      return found;
    }

    /** Zero where it is missing, which is told. */
    private long lenient(String usual) {
      Optional<Long> found = fen(usual);
      if (found.isEmpty()) {
        note("LACKS_AMOUNT", "答复缺少 " + usual + "，按零计", usual + " is missing and read as nothing");
      }
      long amount = found.orElse(0L);
      if (amount < 0) {
        throw no("NEGATIVE", usual + " 为负数", usual + " is less than nothing");
      }
      return amount;
    }

    private ScopeCut cut(long total) {
      long own = lenient("fulamt_ownpay_amt");
      long over = lenient("overlmt_selfpay");
      long first = lenient("preselfpay_amt");
      long scope = lenient("inscp_scp_amt");
      long deductible = fen("act_pay_dedc").orElse(0L);
      if (own + first + scope == total && over > 0 && over <= own) {
        // One province's list has the limit inside the self-paid part; the sums say which.
        own -= over;
      }
      if (own + over + first + scope != total) {
        throw no(
            "CUT",
            "全自费、超限价、先行自付、政策范围内之和 "
                + Yuan.text(own + over + first + scope)
                + " 不等于总额 "
                + Yuan.text(total),
            "the four parts of the bill do not make its total");
      }
      if (deductible < 0 || deductible > scope) {
        throw no("DEDUCTIBLE", "起付线大于政策范围内金额", "the deductible is more than what is in scope");
      }
      return new ScopeCut(
          new Money(own),
          new Money(over),
          new Money(first),
          new Money(scope),
          new Money(deductible));
    }

    private Map<Payer, Money> paid(long total, long fundSum) {
      long account = lenient("acct_pay");
      long mutual = fen("acct_mulaid_pay").orElse(0L);
      long cash = lenient("psn_cash_pay");
      long institution = optional("hosp_part_amt");
      boolean inside = profile.settling().fundSum() == FundSum.ACCOUNT_INSIDE;
      long funds = inside ? fundSum - account : fundSum;
      long rest = total - funds - account - cash - institution;
      boolean mutualBeside = mutual > 0 && rest == mutual;
      if (rest != 0 && !mutualBeside) {
        throw no(
            "PAYERS",
            "基金 "
                + Yuan.text(funds)
                + "、个人账户 "
                + Yuan.text(account)
                + "、现金 "
                + Yuan.text(cash)
                + " 之和不等于总额 "
                + Yuan.text(total)
                + otherReading(total, fundSum, account, cash, institution, inside).zh(),
            "funds, account and cash do not make the total"
                + otherReading(total, fundSum, account, cash, institution, inside).en());
      }
      if (mutual < 0 || (mutual > account && !mutualBeside)) {
        throw no("MUTUAL_AID", "共济支付大于个人账户支出", "mutual aid is more than the account paid");
      }
      boolean otherFits = inside && total == fundSum + account + cash + institution;
      if (mutualBeside && otherFits && FUNDS.stream().anyMatch(fund -> fen(fund).isEmpty())) {
        throw no(
            "PAYERS",
            "共济支付等于个人账户支出，基金支付总额含或不含个人账户均相等，且各基金未全部列明，不能确定付款方",
            "the account is all mutual aid, so both readings of the sum of the funds fit, and not"
                + " every fund is named that would tell which");
      }
      EnumMap<Payer, Money> paid = funds(funds);
      paid.put(Payer.PERSONAL_ACCOUNT, new Money(mutualBeside ? account : account - mutual));
      paid.put(Payer.FAMILY_ACCOUNT, new Money(mutual));
      paid.put(Payer.CASH, new Money(cash));
      paid.put(Payer.INSTITUTION, new Money(institution));
      person(total, funds, account, cash);
      return paid;
    }

    private record Hint(String zh, String en) {}

    private static Hint otherReading(
        long total, long fundSum, long account, long cash, long institution, boolean inside) {
      long funds = inside ? fundSum : fundSum - account;
      boolean fits = account > 0 && total == funds + account + cash + institution;
      return fits
          ? new Hint(
              "；若按" + (inside ? "不含" : "含") + "个人账户解释则相等，请核对省份配置 fund-sum",
              "; read the other way they would: look at fund-sum in the profile")
          : new Hint("", "");
    }

    /** Which fund paid what; what no field names is told apart only where some field is missing. */
    private EnumMap<Payer, Money> funds(long funds) {
      long[] part = new long[FUNDS.size()];
      boolean missing = false;
      long sum = optional("hifdm_pay");
      for (int i = 0; i < part.length; i++) {
        Optional<Long> found = fen(FUNDS.get(i));
        missing |= found.isEmpty();
        part[i] = found.orElse(0L);
        if (part[i] < 0) {
          throw no("NEGATIVE", FUNDS.get(i) + " 为负数", FUNDS.get(i) + " is less than nothing");
        }
        sum += part[i];
      }
      long unnamed = funds - sum;
      if (unnamed < 0 || (unnamed > 0 && !missing)) {
        throw no(
            "FUND_PARTS",
            "各基金之和 " + Yuan.text(sum) + " 不等于基金支付总额 " + Yuan.text(funds),
            "the funds' parts do not make the sum of all funds");
      }
      if (unnamed > 0) {
        note(
            "FUND_PARTS",
            "基金支付总额中有 " + Yuan.text(unnamed) + " 元未列明基金，记入补充保险",
            "a part of the sum of all funds is of no fund that is named: it counts as supplement");
      }
      EnumMap<Payer, Money> paid = new EnumMap<>(Payer.class);
      paid.put(Payer.POOL_FUND, new Money(part[0]));
      paid.put(Payer.CIVIL_SERVANT_SUBSIDY, new Money(part[1]));
      paid.put(Payer.CRITICAL_ILLNESS, new Money(part[3]));
      paid.put(Payer.LARGE_SUM_SUBSIDY, new Money(part[4]));
      paid.put(Payer.MEDICAL_AID, new Money(part[5]));
      paid.put(Payer.SUPPLEMENTS, new Money(part[2] + part[6] + optional("hifdm_pay") + unnamed));
      return paid;
    }

    /** Stated by one weak source only, so it is a finding and no more. */
    private void person(long total, long funds, long account, long cash) {
      Optional<Long> person = fen("psn_part_amt");
      if (person.isPresent()
          && person.get() != total - funds
          && person.get() != account + cash
          && person.get() != cash) {
        note("PERSON_PART", "个人负担总额与各项不符", "what the person bears is the sum of nothing else");
      }
    }

    /**
     * Codes of funds differ between provinces, and HIS programs were warned: no more than a look.
     */
    private void details(Node answer, long fundSum) {
      List<Node> rows = answer.nodes("setldetail");
      long sum = 0;
      try {
        for (Node row : rows) {
          long part = Yuan.fen(row, List.of("fund_payamt")).orElse(0L);
          sum = Math.addExact(sum, undoing ? Math.absExact(part) : part);
        }
      } catch (IllegalArgumentException | ArithmeticException e) {
        note("FUND_DETAILS", "基金明细含非金额", "a row of the funds' details has no amount");
        return;
      }
      if (!rows.isEmpty() && sum != fundSum) {
        note("FUND_DETAILS", "基金明细之和不等于基金支付总额", "the funds' details do not make their sum");
      }
    }

    private void note(String name, String zh, String en) {
      findings.add(
          new AnswerFinding(
              name, false, Optional.empty(), transaction + ": " + zh, transaction + ": " + en));
    }

    private Contradiction no(String name, String zh, String en) {
      List<AnswerFinding> all = new ArrayList<>(findings);
      all.add(
          new AnswerFinding(
              name, true, Optional.empty(), transaction + ": " + zh, transaction + ": " + en));
      return new Contradiction(all);
    }
  }
}
