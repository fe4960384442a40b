package io.caresettle.journal;

/** What an operator did. Names stand in journals and under signatures: never change one. */
public enum ActKind {
  /** The real-name check passed or stopped (实名核验). */
  REAL_NAME_VERDICT("实名核验", "real-name check"),
  /** Somebody agreed to lines that no fund pays, or an emergency lifted the need (知情同意). */
  CONSENT("知情同意", "consent"),
  /** An operator came on duty at this terminal, and proved the key (接班). */
  SHIFT_TAKEN("接班", "shift taken"),
  /** An operator left the terminal, or one patient, to another (交班). */
  SHIFT_HANDED_OVER("交班", "shift handed over"),
  /** The patient confirmed a quote, and the operator asked for its settlement. */
  SETTLEMENT_ASKED("提交结算", "settlement asked for"),
  /** Other figures than the confirmed ones were accepted. */
  DIFFERENCE_ACCEPTED("接受金额差异", "difference accepted"),
  /** It was said whether a bill is wanted. */
  RESOLVED("单据去留确认", "bill decided on"),
  /** The documents about a bill were given out. */
  EVIDENCE_EXPORTED("导出证据", "evidence given out"),
  /** Somebody was taken in without a credential, in an emergency. */
  EMERGENCY_REGISTERED("急诊无凭证登记", "emergency registered"),
  /** Such a person was named later. */
  MERGED("急诊登记归并", "emergency merged"),
  /** An emergency registration was closed for which nothing will be settled. */
  REGISTRATION_WITHDRAWN("急诊登记撤销", "emergency registration withdrawn"),
  /** The centre said whose a national code is. */
  CODE_RESOLVED("医保码解析", "code resolved"),
  /** A check that had failed too often was allowed once more. */
  FAILURES_OVERRIDDEN("放行多次失败的核验", "failures overridden"),
  /** A credential was reported lost at this terminal (挂失). */
  LOSS_REPORTED("登记挂失", "loss reported"),
  /** Such a report was taken back. */
  LOSS_TAKEN_BACK("撤销挂失", "report of loss taken back"),
  /** Long-term care passed the terminal's checks and began (护理开始). */
  CARE_STARTED("长期护理开始", "long-term care started"),
  /** It ended: what was given, and for how much. */
  CARE_ENDED("长期护理结束", "long-term care ended"),
  /** The person confirmed the figures, and the operator asked the fund to settle. */
  CARE_SETTLEMENT_ASKED("提交长护险结算", "long-term-care settlement asked for"),
  /** The fund has settled; the centre's receipt is kept here. */
  CARE_SETTLED("长护险结算", "long-term care settled"),
  /** Such a settlement is to be undone: the reason is kept before the centre is asked. */
  CARE_CANCELLATION_ASKED("提交长护险撤销", "cancellation of long-term care asked for"),
  /** It is undone; the centre's receipt is kept here. */
  CARE_CANCELLED("长护险撤销", "long-term care cancelled"),
  /** A person let a commercial insurer or a mutual fund know of settlements (授权). */
  DATA_AUTHORISED("授权提供结算数据", "settlement data authorised"),
  /** Such leave was taken back. */
  AUTHORISATION_REVOKED("撤回数据授权", "authorisation revoked"),
  /** An operator asked that a settlement which stands be cancelled (撤销). */
  CANCELLATION_ASKED("提交撤销", "cancellation asked for"),
  /** A second person allowed it (复核). */
  CANCELLATION_APPROVED("复核撤销", "cancellation allowed"),
  /** A day was compared with the centre, and what came of it (日终对账). */
  DAY_COMPARED("日终对账", "day compared"),
  /** What was to be done about one difference of a day was confirmed. */
  DIFFERENCE_DECIDED("确认对账差异处理", "difference decided on"),
  /** What the funds owe for a period was claimed (清算申请). */
  CLEARING_ASKED("提交清算申请", "clearing asked for"),
  /** Such a claim is to be taken back (撤销清算申请). */
  CLEARING_WITHDRAWAL_ASKED("撤销清算申请", "withdrawal of a clearing claim asked for"),
  /** Nobody knew what became of one, and the operator looked it up at the platform. */
  CLEARING_LOOKED_UP("登记清算申请结果", "outcome of a clearing claim looked up"),
  /** The operator was told of an alarm of the terminal, such as of its clock. */
  ALARM_TOLD("获知告警", "told of an alarm");

  private final String zh;
  private final String en;

  ActKind(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
