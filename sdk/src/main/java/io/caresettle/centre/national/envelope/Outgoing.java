package io.caresettle.centre.national.envelope;

import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.profile.Profile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A request in its envelope.
 *
 * @param transaction the number, such as 2207
 * @param messageId the id that a reversal names; never used before
 * @param whole the envelope with its input
 */
public record Outgoing(String transaction, String messageId, Node whole) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneOffset.ofHours(8));

  /**
   * What differs from request to request, beside transaction and input.
   *
   * @param messageId from the journal's message ids
   * @param insuredPlace the division of the insured person, from 1101; empty without a person
   * @param insurance the insurance that is settled with; empty where it does not matter
   * @param signInNumber what signing in gave; empty before
   * @param cipher {@code cainfo}, where the platform checks a password; else empty
   */
  public record Particulars(
      String messageId,
      Instant at,
      String insuredPlace,
      String insurance,
      String signInNumber,
      String cipher) {}

  /** A request of {@code sender} to the platform of {@code profile}. */
  public static Outgoing of(
      Profile profile, Sender sender, Particulars particulars, String transaction, Node input) {
    Node envelope =
        Node.EMPTY
            .with("infno", transaction)
            .with("msgid", particulars.messageId())
            .with(
                "mdtrtarea_admvs",
                sender.place().isEmpty() ? profile.gateway().place() : sender.place())
            .with("insuplc_admdvs", particulars.insuredPlace())
            .with("recer_sys_code", profile.gateway().receiver(particulars.insurance()))
            .with("dev_no", sender.device())
            .with("dev_safe_info", "")
            .with("cainfo", particulars.cipher())
            .with("signtype", "")
            .with("infver", profile.gateway().version())
            .with("opter_type", sender.operatorType())
            .with("opter", sender.operator())
            .with("opter_name", sender.operatorName())
            .with("inf_time", TIME.format(particulars.at()))
            .with("fixmedins_code", sender.institutionCode())
            .with("fixmedins_name", sender.institutionName())
            .with("sign_no", particulars.signInNumber());
    for (String added : profile.gateway().envelopeAdd()) {
      envelope = envelope.with(added, sender.further().getOrDefault(added, ""));
    }
    return new Outgoing(transaction, particulars.messageId(), envelope.with("input", input));
  }

  /** A request as it was kept, read back: those bytes are sent again, and no others. */
  public static Outgoing read(Node whole) {
    return new Outgoing(whole.text("infno").orElse(""), whole.text("msgid").orElse(""), whole);
  }

  /** What was asked. */
  public Node input() {
    return whole.node("input").orElse(Node.EMPTY);
  }

  /** The envelope alone. */
  public Node envelope() {
    return whole.without("input");
  }

  /** As it is sent. */
  public byte[] bytes() {
    return MessageText.bytes(whole);
  }

  /** Without what it says: a message is about a patient. */
  @Override
  public String toString() {
    return transaction + ' ' + messageId;
  }
}
