package io.caresettle.tool;

import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.CertificateRequest;
import io.caresettle.protocol.certificate.PartyCertificate;
import io.caresettle.protocol.certificate.Revocation;
import io.caresettle.protocol.certificate.RevocationList;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.Validity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Certificates and what goes with them, in words. */
final class Descriptions {

  private Descriptions() {}

  static Report of(CertificateFile file) {
    if (file instanceof CertificateFile.Request request) {
      return request(request.request());
    }
    if (file instanceof CertificateFile.Revocations revocations) {
      return revocations(revocations.list());
    }
    CertificateFile.Certificates certificates = (CertificateFile.Certificates) file;
    List<Report> all = certificates.all().stream().map(Descriptions::certificate).toList();
    return certificates
        .pair()
        .map(pair -> pair(pair).put("certificates", all))
        .orElseGet(
            () ->
                Report.of("证书 certificates")
                    .put("kind", "类型 kind", "certificates", "证书 certificates")
                    .put("certificates", all));
  }

  /** A pair, without its certificates one by one. */
  static Report pair(CertificatePair pair) {
    Report report = Report.of("双证书 pair of certificates");
    report.put("kind", "类型 kind", "pair", "签名和加密双证书 a signing and an encryption certificate");
    subject(report, pair.subject());
    report.put("keyId", "密钥 key id", pair.identity().keyId());
    validity(report, pair.validity());
    return report
        .put("test", "测试 TEST", pair.isTest())
        .put("fingerprint", "指纹 fingerprint (SM3)", pair.fingerprint());
  }

  static Report certificate(PartyCertificate certificate) {
    Report report = Report.of("证书 certificate");
    subject(report, certificate.subject());
    report.put("purpose", "用途 purpose", certificate.purpose().name());
    report.put("serial", "序列号 serial", certificate.serial());
    report.put("issuer", "颁发者 issuer", certificate.issuer().partyId());
    validity(report, certificate.validity());
    return report
        .put("test", "测试 TEST", certificate.isTest())
        .put("fingerprint", "指纹 fingerprint (SM3)", certificate.fingerprint());
  }

  private static Report request(CertificateRequest request) {
    Report report = Report.of("证书申请 certificate request");
    report.put("kind", "类型 kind", "request", "证书申请（签名相符）a request whose signature fits");
    subject(report, request.subject());
    return report.put("keyId", "密钥 key id", request.identity().keyId());
  }

  private static Report revocations(RevocationList list) {
    List<Report> lines =
        list.revocations().stream()
            .sorted(Comparator.comparing(Revocation::since).thenComparing(Revocation::serial))
            .map(
                line ->
                    Report.of("已吊销 revoked")
                        .put("serial", "序列号 serial", line.serial())
                        .put("since", "自 since", line.since().toString(), china(line.since()))
                        .put("reason", "原因 reason", line.reason().name()))
            .toList();
    return Report.of("吊销列表 revocation list")
        .put("kind", "类型 kind", "revocations", "吊销列表（签名未核对）a list, its signature not checked")
        .put("issuer", "颁发者 issuer", list.issuer().partyId())
        .put("number", "编号 number", list.number())
        .put("thisUpdate", "发布 this update", list.thisUpdate().toString(), china(list.thisUpdate()))
        .put(
            "nextUpdate",
            "下次发布 next update",
            list.nextUpdate().toString(),
            china(list.nextUpdate()))
        .put("revoked", lines);
  }

  private static void subject(Report report, Subject subject) {
    report.put("party", "主体 party", subject.partyId());
    report.put("role", "角色 role", subject.role().name());
    if (!subject.institutionCode().isEmpty()) {
      report.put("institution", "机构 institution", subject.institutionCode());
    }
  }

  static void validity(Report report, Validity validity) {
    report.put("from", "生效 valid from", validity.from().toString(), china(validity.from()));
    report.put("to", "失效 valid to", validity.to().toString(), china(validity.to()));
  }

  private static String china(Instant instant) {
    return Times.china(instant);
  }
}
