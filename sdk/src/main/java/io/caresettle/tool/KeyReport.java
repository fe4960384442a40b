package io.caresettle.tool;

import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.keystore.KeySet;
import io.caresettle.protocol.keystore.KeySet.Generation;
import io.caresettle.protocol.keystore.KeyState;
import java.time.Instant;

/** The generations of a party's keys, in words. */
final class KeyReport {

  private KeyReport() {}

  static Report of(String title, KeySet keys, Instant now) {
    return Report.of(title)
        .put("party", "主体 party", keys.partyId())
        .put("at", "时刻 as of", now.toString(), Times.china(now))
        .put(
            "generations",
            keys.generations().stream()
                .map(each -> generation(each, keys.state(each, now)))
                .toList());
  }

  private static Report generation(Generation generation, KeyState state) {
    Report report = Report.of("密钥 generation " + generation.keyId());
    report.put("keyId", "密钥 key id", generation.keyId());
    report.put("state", "状态 state", state.name(), chinese(state) + ' ' + state.name());
    generation.validity().ifPresent(validity -> Descriptions.validity(report, validity));
    generation
        .certificates()
        .filter(CertificatePair::isTest)
        .ifPresent(pair -> report.put("test", "测试 TEST", true));
    generation
        .withdrawn()
        .ifPresent(at -> report.put("withdrawn", "停用 withdrawn", at.toString(), Times.china(at)));
    return report;
  }

  private static String chinese(KeyState state) {
    return switch (state) {
      case AWAITING_CERTIFICATES -> "等待证书";
      case UPCOMING -> "尚未生效";
      case CURRENT -> "使用中";
      case RELIEVED -> "已由新密钥接替";
      case EXPIRED -> "已过期";
      case WITHDRAWN -> "已停用";
    };
  }
}
