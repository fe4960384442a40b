package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.NextStep;
import io.caresettle.protocol.wire.Refusal;

/** Why the centre undoes, compares or records something not: the words of {@link Reason}. */
enum UndoReason {
  SETTLEMENT_UNKNOWN(
      "没有对应的结算记录", "There is no such settlement of this institution", NextStep.STOP_THE_SALE),
  OTHER_SETTLEMENT(
      "结算编号与原报文不一致",
      "The settlement's number is not that of the original message",
      NextStep.STOP_THE_SALE),
  NOT_STANDING("该结算已经冲正或撤销", "The settlement does not stand any more", NextStep.STOP_THE_SALE),
  RECEIPT_DIFFERS(
      "回执摘要与中心签发的回执不一致",
      "The receipt is not the one that the centre signed",
      NextStep.STOP_THE_SALE),
  LATER_FIRST(
      "该参保人本年度有更晚的结算，须先撤销",
      "Later settlements of the person's year stand: they are undone first",
      NextStep.STOP_THE_SALE),
  REPLACED_STANDS(
      "被替换的结算仍然有效，须先撤销",
      "The settlement that this bill replaces stands, or is none: cancel it first",
      NextStep.STOP_THE_SALE),
  DAY_OPEN("该业务日期尚未日切", "The business day has not ended yet", NextStep.TRY_AGAIN),
  HEAD_OLDER(
      "审计链位置早于中心已签认的位置",
      "The audit chain is behind what was countersigned: sign in again",
      NextStep.STOP_THE_SALE),
  HEAD_OFF_THE_LINE(
      "审计链与中心已签认的内容不一致",
      "The audit chain is not the one that was countersigned: sign in again",
      NextStep.STOP_THE_SALE),
  NO_SLOT("本机构没有空闲的终端号", "No terminal slot of the institution is free", NextStep.STOP_THE_SALE),
  COSTS_STAND(
      "该单据已作为全额现金费用上传，须先撤回",
      "The bill's costs were uploaded as paid in cash: take them back first",
      NextStep.STOP_THE_SALE),
  COSTS_WITHDRAWN(
      "该次费用上传已被撤回", "This upload was taken back before it arrived", NextStep.STOP_THE_SALE),
  COSTS_UNBALANCED(
      "费用合计与明细或现金不一致",
      "The total is not that of the lines, or less than the cash",
      NextStep.STOP_THE_SALE);

  private final Refusal refusal;

  UndoReason(String zh, String en, NextStep next) {
    this.refusal =
        Refusal.newBuilder()
            .setCode(name())
            .setReasonZh(zh)
            .setReasonEn(en)
            .setNextStep(next)
            .build();
  }

  Refusal refusal() {
    return refusal;
  }

  Refused because() {
    return new Refused(refusal);
  }
}
