package io.caresettle.centre.national.flow;

import io.caresettle.centre.TrialRequest;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.policy.plan.CareType;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.split.FeeLine;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * For whom and what a trial is, in the interface's words.
 *
 * @param medicalType {@code med_type}
 */
record Care(
    TrialRequest request,
    Shown shown,
    Shown.Insurance insurance,
    String medicalType,
    CareDetails details,
    Lines lines) {

  /** {@code med_type} of a visit; empty where the province has none for it. */
  static Optional<String> medicalType(Gate gate, CareType care, boolean emergency) {
    return Optional.ofNullable(gate.unconfirmed().medicalTypes().get(care))
        .map(usual -> emergency && usual.equals("11") ? "13" : usual);
  }

  Gate.For whom() {
    return new Gate.For(insurance.place(), insurance.code());
  }

  CareType type() {
    return request.visit().careType();
  }

  boolean isPharmacy() {
    return type() == CareType.PHARMACY;
  }

  /** The transaction that settles it. */
  String settling() {
    return isPharmacy() ? "2102" : type().isStay() ? "2304" : "2207";
  }

  /** Person and certificate, in the order in which most messages have them. */
  Node person() {
    return Node.EMPTY
        .with("psn_no", shown.personNumber())
        .with("mdtrt_cert_type", shown.certificateType())
        .with("mdtrt_cert_no", shown.certificate());
  }

  /** What every call of this visit is kept with. */
  Facts facts() {
    return Facts.none()
        .with("psn_no", shown.personNumber())
        .with("insuplc_admdvs", insurance.place())
        .with("insutype", insurance.code())
        .with("med_type", medicalType)
        .with("begun", lines.time())
        .with("ipt_otp_no", number());
  }

  /** The institution's number of the visit, as far as the interface has room for it. */
  String number() {
    String number = request.visit().number();
    return number.length() > 30 ? number.substring(0, 30) : number;
  }

  /**
   * The digest of what the bill is bound to, whenever and however often it is tried: the lines, the
   * visit and the person, and nothing that is new with each trial.
   */
  String boundTo() {
    Node bound =
        Node.EMPTY
            .with("bill", request.bill().id().number())
            .with("psn_no", request.personNumber())
            .with("visit", request.visit().number())
            .with("care", type().name())
            .with("scheme", request.scheme().name())
            .with("area", request.area())
            .with("replaces", request.replaces().orElse(""));
    for (FeeLine line : request.bill().lines()) {
      bound =
          bound.with(
              "line " + line.lineId(),
              String.join(
                  " ",
                  line.catalogueCode(),
                  line.unitPrice().toString(),
                  line.quantity().toString(),
                  line.lineTotal().toString()));
    }
    byte[] text = MessageText.text(bound).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sm3.digest(text));
  }

  @Override
  public String toString() {
    return "care of bill " + request.bill().id();
  }
}
