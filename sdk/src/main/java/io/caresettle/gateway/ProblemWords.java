package io.caresettle.gateway;

import io.caresettle.writing.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is done about each type of problem, in Chinese. The messages say it in English, with
 * particulars; these stand on the screen beside it.
 */
final class ProblemWords {

  private static final Map<String, String> ZH =
      Map.ofEntries(
          Map.entry("bad-request", "请求内容有误：请软件维护人员按提示更正后重发"),
          Map.entry("token-missing", "调用方未出示网关令牌：请软件维护人员配置令牌文件"),
          Map.entry("token-wrong", "调用方出示的网关令牌不对：请重新读取本机的令牌文件"),
          Map.entry("not-this-machine", "只允许本机调用：请在装有网关的机器上操作"),
          Map.entry("host-not-loopback", "请求不是发给本机网关地址的：请软件维护人员改用网关的本机地址"),
          Map.entry("origin-not-allowed", "该网页来源未被允许：请管理员用 --origin 加入该来源后重启网关"),
          Map.entry("version-unknown", "网关没有此版本的接口：请软件维护人员改用 /v1/ 接口"),
          Map.entry("path-unknown", "网关没有此接口：请软件维护人员核对 /v1/openapi.json"),
          Map.entry("method-not-allowed", "此接口不接受该请求方法：请软件维护人员核对 /v1/openapi.json"),
          Map.entry("body-too-long", "请求内容过长：请软件维护人员减少一次发送的内容"),
          Map.entry("media-type", "请求内容的格式不对：请软件维护人员以 UTF-8 的 application/json 发送"),
          Map.entry("busy", "网关正忙，未作任何处理：请稍候重试"),
          Map.entry("counter-busy", "本窗口有另一项业务正在办理，未作任何处理：请稍候重试"),
          Map.entry("ticket-unknown", "这一步的凭据不存在：请返回上一步重新办理"),
          Map.entry("ticket-expired", "这一步的凭据已过期：请返回上一步重新办理"),
          Map.entry("ticket-spent", "这一步的凭据已用过：请返回上一步重新办理"),
          Map.entry("ticket-foreign", "这一步的凭据属于另一窗口或班次：请在原窗口办理，或重新开始"),
          Map.entry("ticket-of-another-step", "凭据不是这一步的：请返回上一步重新办理"),
          Map.entry("ticket-of-another-visit", "凭据属于另一次就诊：请为本次就诊重新核验身份"),
          Map.entry("ticket-of-another-bill", "凭据属于另一张单据：请为本单重新试算或查询结果"),
          Map.entry("ticket-of-another-body", "确认的金额与试算不一致：请向患者出示本次试算的金额并重新确认"),
          Map.entry("ticket-of-another-day", "凭据属于另一天：请先比对这一天的账"),
          Map.entry("bill-unknown", "本单未在此结算过，未发送任何内容：请先试算"),
          Map.entry("slip-unknown", "本单未在此开具报销凭单：请核对单号"),
          Map.entry("refund-unknown", "本单未在此开始退费，未退任何款项：请先申请退费"),
          Map.entry("misuse", "操作顺序或内容不对，未作任何处理：请软件维护人员按提示更正"),
          Map.entry("not-permitted", "当班人员无权办理：请有权限的人员接班后办理"),
          Map.entry("consent-missing", "自费项目尚未取得同意：请告知患者每项费用并逐项记录同意，或从本单去除"),
          Map.entry("authorisation-missing", "商业保险或互助支付未经本人授权：请患者授权，或去除该支付"),
          Map.entry("care-refused", "按规则不能办理本次业务：请核对登记内容和就诊情况"),
          Map.entry("centre-unreachable", "医保中心连接不上或未及时应答：请检查网络后重试；已提交结算的先查询本单结果，勿另行收费"),
          Map.entry("envelope-rejected", "应答方不是医保中心：请立即停止办理，保留网络记录并联系密钥保管人"),
          Map.entry("record-unreadable", "一条流水无法解密：请保留流水库文件并联系密钥保管人"),
          Map.entry("no-rule-in-force", "没有适用的医保政策，或政策相互冲突：请管理员更新政策包"),
          Map.entry("bill-rejected", "单据内容不符合规则：请更正单据后重新试算"),
          Map.entry("fault", "网关内部故障：请先查询本单结果再办理，并把网关日志交给软件维护人员"));

  /** Those whose exceptions have words of their own, by their reason. */
  private static final Set<String> OWN =
      Set.of("credential-refused", "centre-refused", "device-fault", "journal-unavailable");

  private ProblemWords() {}

  /** Puts them beside the English ones, unless the problem brings its own. */
  static Json in(Json json, String type, String message) {
    String zh = ZH.get(type);
    return zh == null ? json : json.put("zh", zh).put("en", message);
  }

  /** All types of problems that the gateway tells of. */
  static Set<String> types() {
    Set<String> types = new TreeSet<>(ZH.keySet());
    types.addAll(OWN);
    return types;
  }
}
