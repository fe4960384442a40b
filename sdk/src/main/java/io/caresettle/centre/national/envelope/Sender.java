package io.caresettle.centre.national.envelope;

import java.util.Map;

/**
 * Who sends: what the envelopes of one institution have in common.
 *
 * @param institutionCode H… or P…, twelve characters
 * @param place the division of the institution
 * @param operatorType 1 operator, 2 self-service, 3 mobile
 * @param device the number of the device; may be empty
 * @param further fields of the envelope that only this province has
 */
public record Sender(
    String institutionCode,
    String institutionName,
    String place,
    String operatorType,
    String operator,
    String operatorName,
    String device,
    Map<String, String> further) {

  public Sender {
    further = Map.copyOf(further);
  }
}
