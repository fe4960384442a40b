package io.caresettle.centre.national.mobile;

import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Unreadable;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.sm.Sm4Codebook;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** Seals data into envelopes of one application, and opens those of the centre. */
public final class MobileEnvelope {

  private final MobileKeys keys;
  private final Sm4Codebook dataKey;
  private final SignedForm form;

  public MobileEnvelope(MobileKeys keys) {
    this.keys = keys;
    this.dataKey = keys.dataKey();
    this.form = new SignedForm(keys.numbers());
  }

  /**
   * {@code data} signed, then enciphered.
   *
   * @param version such as 2.0.1
   * @param timestamp as the centre writes it: fourteen digits, or milliseconds
   * @param further members that are signed besides, such as {@code transType}
   */
  public Node seal(Node data, String version, String timestamp, Map<String, String> further) {
    Node envelope =
        Node.EMPTY
            .with("appId", keys.applicationId())
            .with("encType", "SM4")
            .with("signType", "SM2")
            .with("timestamp", timestamp)
            .with("version", version);
    for (Map.Entry<String, String> one : further.entrySet()) {
      envelope = envelope.with(one.getKey(), one.getValue());
    }
    byte[] signature = keys.own().sign(keys.userIdText(), signed(envelope, data));
    byte[] plain = MessageText.bytes(form.data(data));
    return envelope
        .with("encData", HexFormat.of().withUpperCase().formatHex(dataKey.encipher(plain)))
        .with("signData", Base64.getEncoder().encodeToString(signature));
  }

  /**
   * The data of an envelope of the centre, as it came.
   *
   * @throws NotAuthentic when it was not signed by the centre for this application, or is none
   */
  public Node open(Node envelope, Limits limits) {
    try {
      byte[] enciphered = HexFormat.of().parseHex(envelope.text("encData").orElse(""));
      byte[] signature = Base64.getDecoder().decode(envelope.text("signData").orElse(""));
      byte[] plain = dataKey.decipher(enciphered).orElseThrow(NotAuthentic::envelope);
      Node data = MessageText.read(plain, limits);
      if (!keys.centre().verify(keys.userIdText(), signed(envelope, data), signature)) {
        throw NotAuthentic.envelope();
      }
      return data;
    } catch (IllegalArgumentException | Unreadable e) {
      throw NotAuthentic.envelope();
    }
  }

  private byte[] signed(Node envelope, Node data) {
    return form.text(envelope, data, keys.secretText()).getBytes(StandardCharsets.UTF_8);
  }
}
