package io.caresettle.centre.national.flow;

import io.caresettle.policy.plan.Scheme;
import java.util.List;

/**
 * Somebody whom the platform named, and with what: what every later message of the visit repeats.
 *
 * @param certificateType {@code mdtrt_cert_type}
 * @param certificate {@code mdtrt_cert_no}
 * @param documentType {@code psn_cert_type}
 */
record Shown(
    String personNumber,
    String certificateType,
    String certificate,
    String documentType,
    String document,
    String name,
    List<Insurance> insurances) {

  /** One row of {@code insuinfo} that we have a scheme for. */
  record Insurance(Scheme scheme, String code, String place) {}

  Shown {
    insurances = List.copyOf(insurances);
  }

  /** The insurance that a trial names. */
  java.util.Optional<Insurance> insurance(Scheme scheme, String area) {
    return insurances.stream()
        .filter(one -> one.scheme() == scheme && one.place().equals(area))
        .findFirst();
  }

  /** Without a word of whom. */
  @Override
  public String toString() {
    return "somebody with " + insurances.size() + " insurances";
  }
}
