package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.message.Yuan;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.centre.national.profile.Settling.FundSum;
import io.caresettle.protocol.wire.OtherLayer;
import io.caresettle.protocol.wire.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The centre's split in the words of {@code setlinfo} and {@code setldetail}. */
record SetlInfo(Profile profile) {

  /** The amounts, by whatever sign the transaction has. */
  Node amounts(Split split) {
    long otherFunds =
        split.getSupplements()
            + split.getLongTermCareFund()
            + split.getOtherLayersList().stream().mapToLong(OtherLayer::getAmount).sum();
    long funds =
        split.getPoolFund()
            + split.getCivilServantSubsidy()
            + split.getCriticalIllness()
            + split.getLargeSumSubsidy()
            + split.getMedicalAid()
            + otherFunds;
    boolean inside = profile.settling().fundSum() == FundSum.ACCOUNT_INSIDE;
    long account = split.getPersonalAccount() + split.getFamilyAccount();
    return Node.EMPTY
        .with("medfee_sumamt", Yuan.text(split.getTotal()))
        .with("fulamt_ownpay_amt", Yuan.text(split.getOutOfCatalogue()))
        .with("overlmt_selfpay", Yuan.text(split.getOverLimit()))
        .with("preselfpay_amt", Yuan.text(split.getFirstSelfPay()))
        .with("inscp_scp_amt", Yuan.text(split.getInScope()))
        .with("act_pay_dedc", Yuan.text(split.getDeductible()))
        .with("hifp_pay", Yuan.text(split.getPoolFund()))
        .with("pool_prop_selfpay", ratio(split))
        .with("cvlserv_pay", Yuan.text(split.getCivilServantSubsidy()))
        .with("hifes_pay", Yuan.text(0))
        .with("hifmi_pay", Yuan.text(split.getCriticalIllness()))
        .with("hifob_pay", Yuan.text(split.getLargeSumSubsidy()))
        .with("maf_pay", Yuan.text(split.getMedicalAid()))
        .with("oth_pay", Yuan.text(otherFunds))
        .with("fund_pay_sumamt", Yuan.text(inside ? funds + account : funds))
        .with("psn_part_amt", Yuan.text(account + split.getCash()))
        .with("acct_pay", Yuan.text(account))
        .with("psn_cash_pay", Yuan.text(split.getCash()))
        .with("hosp_part_amt", Yuan.text(split.getInstitution()))
        .with("acct_mulaid_pay", Yuan.text(split.getFamilyAccount()));
  }

  /** Of what the deductible left, what part the pool paid: four decimals, cut off. */
  private static String ratio(Split split) {
    long base = split.getInScope() - split.getDeductible();
    long parts = base <= 0 ? 0 : Math.min(10_000, split.getPoolFund() * 10_000 / base);
    return parts / 10_000 + "." + String.format("%04d", parts % 10_000);
  }

  /** One row for each fund that pays; nothing for those that do not. */
  Value.Rows details(Split split, String insurance) {
    List<Value> rows = new ArrayList<>();
    boolean resident = insurance.equals("390");
    add(rows, split, resident ? "390100" : "310100", "基本医疗保险统筹基金", split.getPoolFund());
    add(rows, split, "320100", "公务员医疗补助基金", split.getCivilServantSubsidy());
    add(rows, split, "330100", "大额医疗费用补助基金", split.getLargeSumSubsidy());
    add(rows, split, "390200", "城乡居民大病保险基金", split.getCriticalIllness());
    add(rows, split, "610100", "医疗救助基金", split.getMedicalAid());
    add(rows, split, "370100", "补充医疗保险基金", split.getSupplements());
    for (OtherLayer layer : split.getOtherLayersList()) {
      add(rows, split, "999997", layer.getName(), layer.getAmount());
    }
    if (profile.settling().fundSum() == FundSum.ACCOUNT_INSIDE) {
      add(rows, split, "310200", "个人账户基金", split.getPersonalAccount());
    }
    return new Value.Rows(rows);
  }

  private static void add(List<Value> rows, Split split, String fund, String name, long fen) {
    if (fen != 0) {
      rows.add(
          Node.EMPTY
              .with("fund_pay_type", fund)
              .with("inscp_scp_amt", Yuan.text(split.getInScope()))
              .with("crt_payb_lmt_amt", Yuan.text(split.getInScope() - split.getDeductible()))
              .with("fund_payamt", Yuan.text(fen))
              .with("fund_pay_type_name", name)
              .with("setl_proc_info", ""));
    }
  }

  private static final List<String> AMOUNTS =
      List.of(
          "medfee_sumamt",
          "fulamt_ownpay_amt",
          "overlmt_selfpay",
          "preselfpay_amt",
          "inscp_scp_amt",
          "act_pay_dedc",
          "hifp_pay",
          "cvlserv_pay",
          "hifes_pay",
          "hifmi_pay",
          "hifob_pay",
          "maf_pay",
          "oth_pay",
          "fund_pay_sumamt",
          "psn_part_amt",
          "acct_pay",
          "psn_cash_pay",
          "hosp_part_amt",
          "acct_mulaid_pay");

  /** The same with its amounts below zero. */
  static Node negative(Node info) {
    Node turned = info;
    for (Map.Entry<String, Value> member : info.members().entrySet()) {
      if (AMOUNTS.contains(member.getKey())) {
        turned =
            turned.with(member.getKey(), Yuan.text(-Yuan.fen(member.getValue()).orElse(0L)));
      }
    }
    return turned;
  }
}
