package io.caresettle.centre.national.flow;

import io.caresettle.centre.TrialRequest;
import io.caresettle.centre.national.message.Node;
import io.caresettle.policy.plan.CareType;
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

  @Override
  public String toString() {
    return "care of bill " + request.bill().id();
  }
}
