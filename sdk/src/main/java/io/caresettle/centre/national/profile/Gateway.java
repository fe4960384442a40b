package io.caresettle.centre.national.profile;

import java.util.List;
import java.util.Map;

/**
 * What the gateway of a province wants and answers.
 *
 * @param version the interface version it is told
 * @param authentication how requests prove who sends them
 * @param path whether the transaction stands in the path, too
 * @param place the division of the institution, where the profile knows it; else empty
 * @param receivers the receiving system by insurance; the one under the empty text for all others
 * @param envelopeAdd fields of the envelope beside the usual ones
 * @param wrapper the member of an older envelope that holds the answer; else empty
 * @param textMeansFailure whether a text in {@code err_msg} is a refusal even with code 0
 * @param output how a simulator writes the output; a reader takes both
 * @param emptyNumber what stands for no number
 */
public record Gateway(
    String version,
    Authentication authentication,
    PathStyle path,
    String place,
    Map<String, String> receivers,
    List<String> envelopeAdd,
    String wrapper,
    boolean textMeansFailure,
    OutputForm output,
    String emptyNumber) {

  /** How a gateway knows who sends. */
  public enum Authentication {
    TIF_SHA256,
    API_KEY,
    SERVICE_BUS
  }

  /** Where requests go. */
  public enum PathStyle {
    SINGLE,
    PER_TRANSACTION
  }

  /** How the output of an answer stands in it. */
  public enum OutputForm {
    OBJECT,
    TEXT
  }

  public Gateway {
    receivers = Map.copyOf(receivers);
    envelopeAdd = List.copyOf(envelopeAdd);
  }

  /** The receiving system for a person of this insurance. */
  public String receiver(String insurance) {
    return receivers.getOrDefault(insurance, receivers.getOrDefault("", ""));
  }
}
