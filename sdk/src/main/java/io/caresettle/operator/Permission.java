package io.caresettle.operator;

/** What an operator may or may not do. Who may is in {@link OperatorRole}. */
public enum Permission {
  IDENTIFY("实名核验", "check who is there"),
  QUOTE("预结算", "ask for a quote"),
  RECORD_CONSENT("登记知情同意", "record a consent"),
  SETTLE("结算", "settle a bill"),
  RESOLVE_WANTED("确认单据有效", "say that a bill is wanted"),
  RESOLVE_NOT_WANTED("撤回单据", "say that a bill is not wanted, which undoes it"),
  ACCEPT_DIFFERENCE("接受金额差异", "accept other figures than the confirmed ones"),
  EXPORT_EVIDENCE("导出证据", "give out evidence"),
  REGISTER_EMERGENCY("急诊无凭证登记", "take somebody in without a credential"),
  MERGE("急诊登记归并", "name later whom nobody could name"),
  OVERRIDE_FAILURES("放行多次失败的核验", "allow a check that failed too often"),
  HAND_OVER("交班", "hand a shift over"),
  REPORT_LOST("登记挂失", "take a report of a lost credential"),
  REPORT_FOUND("撤销挂失", "take such a report back"),
  GIVE_CARE("长期护理服务", "give long-term care"),
  CANCEL("撤销结算", "cancel a settlement that stands"),
  APPROVE_CANCELLATION("复核撤销", "allow a cancellation as the second person"),
  END_DAY("日终对账", "compare a day with the centre and confirm what follows");

  private final String zh;
  private final String en;

  Permission(String zh, String en) {
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
