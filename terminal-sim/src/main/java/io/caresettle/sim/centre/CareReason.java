package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.NextStep;
import io.caresettle.protocol.wire.Refusal;

/** Why the centre refuses long-term care: the words of {@link Reason}, for care alone. */
enum CareReason {
  CARE_UNKNOWN("没有长护险待遇信息", "There is no long-term-care file of this person", "SH 22¶2"),
  CARE_AGREEMENT(
      "本机构当日没有该地区长护险服务协议", "The institution has no agreement with that fund on the day", "SH 22¶3"),
  CARE_CAREGIVER(
      "护理人员不明或已暂停服务", "Nobody answers for it, or a caregiver who is barred", "SH 61¶1, ¶3"),
  CARE_LEVEL("当日没有有效评估等级", "No assessed level holds on the day", "SH 22¶2, 61¶1(1)"),
  CARE_PLAN("没有该等级当日有效的服务计划", "No plan for the level holds on the day", "SH 22¶3, 61¶1(3)"),
  CARE_ITEM("服务项目不在计划内", "The item is not in the plan, or was not chosen", "SH 61¶1(4)"),
  CARE_FREQUENCY("服务次数超过计划频次", "The item was given as often as the plan allows", "SH 61¶1(4)"),
  CARE_SUSPENDED("长护险联网结算暂停中", "Networked settlement is suspended", "SH 62"),
  CARE_OPEN("该参保人另有未结束的护理服务", "Another care visit of this person is open", "SH 61¶1(4)"),
  CARE_TIME("服务时间与中心时间不符", "The time told does not fit the centre's clock", "SH 61¶1(4)"),
  CARE_DURATION(
      "服务时长超过标准或实际时间", "More minutes than the standard has, or than passed", "SH 61¶1(4)"),
  CARE_FEE("费用超出服务费用标准", "The fee is above the standard", "SH 61¶1(5)"),
  CARE_IDENTITY(
      "护理结束时未核验同一人身份", "The person was not identified again at the end", "SH 22¶3, 61¶1(2)"),
  CARE_VISIT_UNKNOWN("没有对应的护理服务", "There is no such care visit here", ""),
  CARE_NOT_ENDED("护理服务尚未结束", "The care visit has not ended", ""),
  CARE_FIGURES("确认金额与中心不一致", "The confirmed figures are not the centre's", ""),
  CARE_NOT_SETTLED("该护理服务没有对应的结算", "No such settlement of this care visit stands", ""),
  CARE_CANCELLED(
      "该护理结算已撤销，不得再次结算或撤销", "This settlement is cancelled already, and is not made again", ""),
  CARE_PAID_OUT(
      "该护理结算已拨付，不能撤销，请联系经办机构",
      "The fund has paid this out: the agency takes it back, and not the counter",
      ""),
  CARE_NOT_PUBLISHED(
      "长护险基金支付比例未公布：服务已记录，费用由经办机构核定",
      "What the fund pays is not published: the visit is recorded, the agency decides on the fee",
      "");

  private final Refusal refusal;

  CareReason(String zh, String en, String basis) {
    this.refusal =
        Refusal.newBuilder()
            .setCode(name())
            .setReasonZh(zh)
            .setReasonEn(en)
            .setLegalBasis(basis)
            .setNextStep(NextStep.STOP_THE_SALE)
            .build();
  }

  Refused because() {
    return new Refused(refusal);
  }

  /** With what it is about at the end of both texts. */
  Refused about(String what) {
    return new Refused(
        refusal.toBuilder()
            .setReasonZh(refusal.getReasonZh() + "：" + what)
            .setReasonEn(refusal.getReasonEn() + ": " + what)
            .build());
  }

  /** The same by this article. */
  Refusal by(String basis) {
    return refusal.toBuilder().setLegalBasis(basis).build();
  }
}
