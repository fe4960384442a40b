package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.NextStep;
import io.caresettle.protocol.wire.Refusal;

/** Why the centre refuses, in the cashier's words, with the article and what to do next. */
enum Reason {
  MALFORMED("报文格式错误", "The message cannot be read", "", NextStep.STOP_THE_SALE),
  MESSAGE_ID_REUSED(
      "报文编号已用于其他内容", "This message id was used for something else", "", NextStep.STOP_THE_SALE),
  NOT_SIGNED("签名验证失败", "The terminal's signature does not fit", "", NextStep.STOP_THE_SALE),
  TERMINAL_EXPIRED(
      "终端证书已过期，请联系管理员更新",
      "This terminal's certificates have expired: the administrator renews them",
      "",
      NextStep.FULL_CASH_WITH_SLIP),
  TERMINAL_REVOKED(
      "终端证书已吊销，不能办理新业务",
      "This terminal's certificates are revoked: it can begin nothing new",
      "",
      NextStep.STOP_THE_SALE),
  AFTER_REVOCATION(
      "终端证书已吊销，不能查询或冲正吊销之后的报文",
      "This terminal's certificates are revoked: it can undo nothing from after that time",
      "",
      NextStep.STOP_THE_SALE),
  OUT_OF_REACH(
      "终端证书已吊销，只能查询或冲正本终端吊销前一周内的报文",
      "This terminal's certificates are revoked: it can undo its own messages of the week before"
          + " only",
      "",
      NextStep.STOP_THE_SALE),
  UNKNOWN_INSTITUTION(
      "机构不在定点名单或与终端不符",
      "The institution is not designated, or is not this terminal's",
      "JS 41",
      NextStep.STOP_THE_SALE),
  NO_AGREEMENT(
      "就诊当日或者现在本机构没有医保服务协议，不能结算",
      "The institution has no agreement on the day of service, or none any more",
      "R-INST-02: NT 41¶1(2); JS 41, 46",
      NextStep.FULL_CASH_WITH_SLIP),
  AGREEMENT_SUSPENDED(
      "就诊当日本机构医保协议中止，不能使用医保基金结算",
      "The institution's agreement was suspended on the day of service",
      "R-INST-07: JS 65; NT 58; HN 30; SH 57; SZ 77",
      NextStep.FULL_CASH_WITH_SLIP),
  PRESCRIPTION_USED(
      "外配处方已经结算，不能重复使用",
      "The outside prescription was settled before: it is used up",
      "R-RX-01: SZ 65",
      NextStep.FULL_CASH_WITH_SLIP),
  CARD_UNKNOWN(
      "卡号、卡识别码与身份证号不一致",
      "Card identifier, card number and identity number do not belong together",
      "SZ 64",
      NextStep.STOP_THE_SALE),
  CARD_CIPHER(
      "中心加密机不支持该卡算法",
      "The centre's key device does not know this card's cipher",
      "",
      NextStep.STOP_THE_SALE),
  CARD_BLOCKED(
      "卡片已被发卡机构锁定，请持卡人到发卡机构办理",
      "The card's issuer has blocked it, and must unblock it",
      "SZ 64",
      NextStep.STOP_THE_SALE),
  CARD_NOT_PROVED(
      "中心没有该卡在本次就诊的认证记录",
      "The centre did not prove this card for this visit here",
      "SZ 64",
      NextStep.STOP_THE_SALE),
  CARD_PROOF_EXPIRED(
      "卡认证已失效，请重新读卡",
      "The card was proved too long ago: read it again",
      "SZ 64",
      NextStep.TRY_AGAIN),
  AUTHENTICATION_UNKNOWN(
      "认证编号不存在或不属于本终端",
      "There is no such authentication of this terminal",
      "",
      NextStep.STOP_THE_SALE),
  AUTHENTICATION_USED(
      "认证编号已用于其他应答",
      "This authentication was answered otherwise before",
      "",
      NextStep.STOP_THE_SALE),
  AUTHENTICATION_EXPIRED(
      "卡认证超时，请重新读卡", "The card answered too late: read it again", "", NextStep.TRY_AGAIN),
  CODE_NOT_GENUINE("医保码无效", "The insurance code is not genuine", "SZ 64", NextStep.STOP_THE_SALE),
  CODE_EXPIRED(
      "医保码已过期，请刷新后重试",
      "The insurance code has expired: ask for a fresh one",
      "SZ 64",
      NextStep.TRY_AGAIN),
  CODE_BOUND(
      "该医保码已用于其他就诊，请刷新后重试",
      "This insurance code was shown at another visit: ask for a fresh one",
      "SZ 64",
      NextStep.TRY_AGAIN),
  CODE_UNKNOWN("医保码无法识别", "Nobody is behind this insurance code", "SZ 64", NextStep.STOP_THE_SALE),
  BINDING_EXPIRED(
      "本次就诊的医保码已失效，请重新扫码",
      "What this visit's insurance code was bound to has ended: scan a fresh one",
      "SZ 64",
      NextStep.TRY_AGAIN),
  BUSINESS_TYPE(
      "用码业务类型与机构类型不符",
      "A code is not shown for this at this kind of institution",
      "",
      NextStep.STOP_THE_SALE),
  REQUEST_ID_REUSED(
      "请求编号已用于其他内容", "This request id was used for something else", "", NextStep.STOP_THE_SALE),
  NOT_IDENTIFIED(
      "本次就诊未完成实名核验",
      "This person was not identified for this visit",
      "SZ 64",
      NextStep.STOP_THE_SALE),
  REPORTED_LOST(
      "凭证已挂失，挂失时间",
      "The credential that was shown is reported lost, since",
      "NT 48",
      NextStep.STOP_THE_SALE),
  SHOWN_ELSEWHERE(
      "该凭证正在另一机构就诊且尚未结算，时间",
      "This credential is at another institution's visit, which is not settled yet, since",
      "JS 45, NT 48",
      NextStep.FULL_CASH_WITH_SLIP),
  NOT_BOUND(
      "该凭证持有人与患者没有有效的家庭共济绑定",
      "No family binding lets the holder of this credential pay for the patient",
      "HN 24¶4(2), SZ 16¶2",
      NextStep.TRY_AGAIN),
  TEMPORARY_PERSON(
      "急诊登记患者身份未确认，基金和账户不支付，可全额现金结算",
      "This person was registered without a credential: no fund or account pays before the merge",
      "JS 27, NT 29",
      NextStep.FULL_CASH_WITH_SLIP),
  NOT_MERGED(
      "本次就诊为急诊登记，请先合并到本人",
      "This visit was registered without a credential: merge it into the person first",
      "JS 27, NT 29",
      NextStep.TRY_AGAIN),
  VISIT_OF_ANOTHER(
      "本次就诊已登记为他人或已撤销",
      "This visit is registered for another person, or withdrawn",
      "SZ 64",
      NextStep.STOP_THE_SALE),
  ARRIVAL_AHEAD(
      "到院时间晚于中心时间，请核对终端时钟后重新登记",
      "The arrival lies ahead of the centre's clock: check this terminal's and register again",
      "",
      NextStep.TRY_AGAIN),
  REGISTRATION_UNKNOWN(
      "没有对应的急诊登记", "There is no such registration here", "", NextStep.STOP_THE_SALE),
  REGISTRATION_WITHDRAWN(
      "急诊登记已撤销，请用新的就诊号登记",
      "The registration was withdrawn: register a new visit",
      "",
      NextStep.STOP_THE_SALE),
  REGISTRATION_MERGED(
      "急诊登记已合并到本人，不能再合并到他人或撤销",
      "The registration is a named person's already: it is neither another's nor withdrawn",
      "JS 27, NT 29",
      NextStep.STOP_THE_SALE),
  NOT_THE_PERSONS_LEAVE(
      "数据授权须由本人或监护人签署",
      "Only the person, or a guardian, lets a payer know of settlements",
      "SH 50",
      NextStep.STOP_THE_SALE),
  NOT_COVERED(
      "没有该机构的保障", "This insurer or fund does not cover the person", "", NextStep.STOP_THE_SALE),
  LEAVE_UNKNOWN(
      "没有本人的这项授权", "There is no such authorisation of this person", "", NextStep.STOP_THE_SALE),
  NOT_ENROLLED(
      "就诊日期不在参保有效期内", "Not enrolled on the day of service", "SZ 72", NextStep.FULL_CASH_WITH_SLIP),
  SERVICE_DATE(
      "就诊日期在今天之后或不在本结算年度",
      "The day of service lies ahead, or in another settlement year",
      "SZ 72",
      NextStep.FULL_CASH_WITH_SLIP),
  OUT_OF_AREA(
      "机构不在参保统筹地区",
      "The institution lies outside the pooling area of the enrolment",
      "SZ 72",
      NextStep.FULL_CASH_WITH_SLIP),
  CARE_TYPE(
      "医疗类别与机构类型不符",
      "This kind of institution does not give this kind of care",
      "SZ 62",
      NextStep.STOP_THE_SALE),
  ACCOUNT_CLOSED(
      "没有可用的个人账户", "There is no personal account that may pay", "JS 15", NextStep.STOP_THE_SALE),
  ACCOUNT_PURPOSE(
      "个人账户不得用于该用途", "The account does not pay for this here", "", NextStep.STOP_THE_SALE),
  ACCOUNT_BENEFICIARY(
      "个人账户不得为该人员支付，或其与付款人的关系未登记",
      "The account does not pay for this person, or nothing says that they are related",
      "",
      NextStep.STOP_THE_SALE),
  ACCOUNT_PRODUCT(
      "该保险产品不在个人账户可购范围",
      "This product is none that an account may buy",
      "",
      NextStep.STOP_THE_SALE),
  ACCOUNT_BALANCE(
      "可用的个人账户余额不足",
      "The account, or the part of it that may pay, does not hold as much",
      "SZ 54",
      NextStep.STOP_THE_SALE),
  UNKNOWN_ITEM(
      "目录编码不存在",
      "A line names an item that the catalogue does not know",
      "SZ 58",
      NextStep.STOP_THE_SALE),
  LINE_TOTAL(
      "明细金额不等于单价乘数量",
      "A line's total is not its price times its quantity",
      "SZ 64",
      NextStep.STOP_THE_SALE),
  QUANTITY(
      "明细为空，或单价、数量不正确",
      "There is no line, or a price or quantity cannot be",
      "SZ 64",
      NextStep.STOP_THE_SALE),
  NO_LAW(
      "该地区当日没有可用的待遇政策",
      "No policy serves this area and scheme on that day",
      "",
      NextStep.FULL_CASH_WITH_SLIP),
  QUOTE_UNKNOWN("没有对应的预结算", "There is no such quote", "", NextStep.TRY_AGAIN),
  QUOTE_EXPIRED(
      "预结算已过期，请重新预结算", "The quote has expired: ask for a new one", "", NextStep.TRY_AGAIN),
  QUOTE_USED("预结算已被使用", "The quote was used before", "", NextStep.STOP_THE_SALE),
  BODY_DIFFERS(
      "结算内容与预结算不一致",
      "What is to be settled is not what the quote was given for",
      "",
      NextStep.STOP_THE_SALE),
  FIGURES_DIFFER(
      "确认金额与预结算不一致",
      "The confirmed figures are not those of the quote",
      "",
      NextStep.STOP_THE_SALE),
  BILL_SETTLED(
      "该单据已结算，不得重复结算", "This bill stands settled already", "SZ 53", NextStep.STOP_THE_SALE),
  UNDONE_BEFORE(
      "该报文已被冲正，不再结算", "This message was reversed before it arrived", "", NextStep.STOP_THE_SALE),
  OTHER_BILL(
      "原报文不属于该单据", "The original message does not belong to this bill", "", NextStep.STOP_THE_SALE);

  private final Refusal refusal;

  Reason(String zh, String en, String basis, NextStep next) {
    this.refusal =
        Refusal.newBuilder()
            .setCode(name())
            .setReasonZh(zh)
            .setReasonEn(en)
            .setLegalBasis(basis)
            .setNextStep(next)
            .build();
  }

  Refusal refusal() {
    return refusal;
  }

  Refused because() {
    return new Refused(refusal);
  }

  /** By this article of the person's own area. */
  Refused by(String citation) {
    return new Refused(refusal.toBuilder().setLegalBasis(citation).build());
  }

  /** With a line or an item named at the end of both texts. */
  Refused about(String what) {
    return new Refused(
        refusal.toBuilder()
            .setReasonZh(refusal.getReasonZh() + "：" + what)
            .setReasonEn(refusal.getReasonEn() + ": " + what)
            .build());
  }
}
