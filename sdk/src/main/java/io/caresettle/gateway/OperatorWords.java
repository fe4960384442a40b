package io.caresettle.gateway;

import io.caresettle.writing.Json;
import java.util.Map;

/**
 * What an operator does about a problem that is the operator's turn, by its type. The exceptions of
 * the library say it in English, with particulars; these stand on the screen beside it.
 */
final class OperatorWords {

  private static final Map<String, String> ZH =
      Map.of(
          "centre-unreachable", "医保中心连接不上或未及时应答：请检查网络后重试；已提交结算的先查询本单结果，勿另行收费",
          "care-refused", "按规则不能办理本次业务：请核对登记内容和就诊情况",
          "device-fault", "读卡器或扫码设备有故障：请检查连接，重新插卡或重新扫码",
          "not-this-machine", "只允许本机调用：请在装有网关的机器上操作",
          "origin-not-allowed", "该网页来源未被允许：请管理员用 --origin 加入该来源后重启网关");

  private OperatorWords() {}

  /** Puts them beside the English ones, where there are any. */
  static Json in(Json json, String type, String message) {
    String zh = ZH.get(type);
    return zh == null ? json : json.put("zh", zh).put("en", message);
  }
}
