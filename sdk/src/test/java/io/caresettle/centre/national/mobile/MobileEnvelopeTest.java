package io.caresettle.centre.national.mobile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.national.Samples;
import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.sm.SecretBytes;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.sm.Sm2PublicKey;
import io.caresettle.protocol.sm.Sm3;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The vectors were made with another library (sm-crypto) and checked with OpenSSL. */
@DisplayName("Envelopes of the mobile-payment centre, in both directions")
class MobileEnvelopeTest {

  private static final List<Node> VECTORS =
      Samples.read("mpc-envelope-vectors.json").nodes("vectors");
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("sm2p256v1");

  @Test
  @DisplayName("form, signed text, key and cipher come out byte for byte as in the vectors")
  void asTheVectors() {
    assertEquals(3, VECTORS.size());
    for (Node vector : VECTORS) {
      MobileKeys keys = keys(vector);
      Node data = vector.node("data").orElseThrow();
      SignedForm form = new SignedForm(keys.numbers());

      assertEquals(said(vector, "canonicalDataJson"), MessageText.text(form.data(data)));
      String signed = form.text(envelope(vector), data, said(vector, "appSecret"));
      assertEquals(said(vector, "signString"), signed);
      assertEquals(
          said(vector, "signStringSm3Hex"),
          HexFormat.of().formatHex(Sm3.digest(signed.getBytes(UTF_8))));
      Node sealed = seal(keys, vector);
      assertEquals(said(vector, "encDataHexUpper"), said(sealed, "encData"));
      assertArrayEquals(
          HexFormat.of().parseHex(said(vector, "encDataHexUpper")),
          codebook(said(vector, "derivedSm4KeyAscii"), MessageText.bytes(form.data(data))));
    }
  }

  @Test
  @DisplayName("the vectors' envelopes open, and give out the data")
  void opensTheVectors() {
    for (Node vector : VECTORS) {
      MobileKeys keys = keys(vector);
      Node data = new MobileEnvelope(keys).open(received(vector), Limits.USUAL);
      assertEquals(
          said(vector, "canonicalDataJson"),
          MessageText.text(new SignedForm(keys.numbers()).data(data)));
    }
  }

  @Test
  @DisplayName("what we sign verifies under another program's code, and in 64 bytes of r and s")
  void oursVerifiesElsewhere() {
    for (Node vector : VECTORS) {
      Node sealed = seal(keys(vector), vector);
      byte[] signature = Base64.getDecoder().decode(said(sealed, "signData"));
      assertEquals(64, signature.length);
      SM2Signer verifier = new SM2Signer(PlainDSAEncoding.INSTANCE);
      ECPoint point =
          CURVE.getCurve().decodePoint(HexFormat.of().parseHex(said(vector, "sm2PublicKeyHex")));
      verifier.init(
          false,
          new ParametersWithID(
              new ECPublicKeyParameters(point, new ECDomainParameters(CURVE)),
              said(vector, "sm2UserId").getBytes(UTF_8)));
      byte[] signed = said(vector, "signString").getBytes(UTF_8);
      verifier.update(signed, 0, signed.length);
      assertTrue(verifier.verifySignature(signature));
    }
  }

  @Test
  @DisplayName("a body that is not in the signed form is brought into it: order, escapes, empties")
  void anyOrder() {
    Node vector = VECTORS.get(1);
    MobileKeys keys = keys(vector);
    String escaped = MessageText.text(vector.node("data").orElseThrow()).replace("甲", "\\u7532");
    byte[] cipher = codebook(said(vector, "derivedSm4KeyAscii"), escaped.getBytes(UTF_8));
    Node other =
        received(vector).with("encData", HexFormat.of().formatHex(cipher)).with("extra", "x");

    assertEquals(
        vector.node("data").orElseThrow(), new MobileEnvelope(keys).open(other, Limits.USUAL));
  }

  @Test
  @DisplayName("numbers are signed as text, or bare where a centre wants them so")
  void numbers() {
    Node data = MessageText.read("{\"pageNo\":2,\"on\":true,\"size\":\"10\"}", Limits.USUAL);

    assertEquals(
        "{\"on\":\"true\",\"pageNo\":\"2\",\"size\":\"10\"}",
        MessageText.text(new SignedForm(MobileKeys.Numbers.AS_TEXT).data(data)));
    assertEquals(
        "{\"on\":true,\"pageNo\":2,\"size\":\"10\"}",
        MessageText.text(new SignedForm(MobileKeys.Numbers.BARE).data(data)));
    assertEquals(
        Node.EMPTY,
        new SignedForm(MobileKeys.Numbers.AS_TEXT)
            .data(MessageText.read("{\"a\":{\"b\":{\"c\":\"\"}},\"d\":null}", Limits.USUAL)));
  }

  @Test
  @DisplayName("one changed character anywhere, another key, another id: not authentic")
  void changed() {
    Node vector = VECTORS.get(0);
    MobileEnvelope envelope = new MobileEnvelope(keys(vector));
    Node good = received(vector);
    for (Node bad :
        List.of(
            good.with("timestamp", "20200207175758"),
            good.with("transType", ""),
            good.with("further", "x"),
            good.with("encData", said(good, "encData").replaceFirst("6", "7")),
            good.with("encData", "zz"),
            good.with("encData", ""),
            good.with("encData", said(good, "encData").substring(2)),
            good.with("signData", said(good, "signData").replaceFirst("2", "3")),
            good.with("signData", "%"),
            good.without("signData"),
            good.with("encData", new Value.Nothing()))) {
      assertThrows(NotAuthentic.class, () -> envelope.open(bad, Limits.USUAL));
    }
    MobileKeys keys = keys(vector);
    MobileKeys otherId =
        new MobileKeys(
            keys.applicationId(),
            keys.secret(),
            keys.own(),
            keys.centre(),
            MobileKeys.UserId.SECRET,
            keys.numbers());
    assertThrows(NotAuthentic.class, () -> new MobileEnvelope(otherId).open(good, Limits.USUAL));
    assertFalse(keys.toString().contains(said(vector, "appSecret")));
  }

  @Test
  @DisplayName("the signature of a real message of the national portal verifies over its digest")
  void portal() {
    Node portal = Samples.read("portal-signature-1.json");
    byte[] rs = HexFormat.of().parseHex(said(portal, "rsHex"));
    assertArrayEquals(rs, Base64.getDecoder().decode(said(portal, "signDataBase64")));
    BigInteger r = new BigInteger(1, Arrays.copyOf(rs, 32));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(rs, 32, 64));
    BigInteger e = new BigInteger(said(portal, "eHex"), 16);
    ECPoint key =
        CURVE.getCurve().decodePoint(HexFormat.of().parseHex(said(portal, "sm2PublicKeyHex")));
    ECPoint sum =
        ECAlgorithms.sumOfTwoMultiplies(CURVE.getG(), s, key, r.add(s).mod(CURVE.getN()))
            .normalize();

    assertEquals(r, e.add(sum.getAffineXCoord().toBigInteger()).mod(CURVE.getN()));
    assertEquals(Sm2PublicKey.DEFAULT_USER_ID, said(portal, "userId"));
  }

  private static MobileKeys keys(Node vector) {
    boolean usual = said(vector, "sm2UserId").equals(Sm2PublicKey.DEFAULT_USER_ID);
    return new MobileKeys(
        said(vector, "appId"),
        SecretBytes.copyOf(said(vector, "appSecret").getBytes(UTF_8)),
        Sm2PrivateKey.parseHex(said(vector, "sm2PrivateKeyHex")),
        Sm2PublicKey.parseHex(said(vector, "sm2PublicKeyHex")),
        usual ? MobileKeys.UserId.USUAL : MobileKeys.UserId.SECRET,
        MobileKeys.Numbers.AS_TEXT);
  }

  private static Node envelope(Node vector) {
    return vector.node("envelope").orElseThrow();
  }

  private static Node received(Node vector) {
    return envelope(vector)
        .with("encData", said(vector, "encDataHexUpper"))
        .with("signData", said(vector, "signDataBase64"));
  }

  private static Node seal(MobileKeys keys, Node vector) {
    Node envelope = envelope(vector);
    Map<String, String> further =
        envelope.text("transType").map(type -> Map.of("transType", type)).orElseGet(Map::of);
    return new MobileEnvelope(keys)
        .seal(
            vector.node("data").orElseThrow(),
            said(envelope, "version"),
            said(envelope, "timestamp"),
            further);
  }

  /** SM4 block by block and PKCS #7 by hand, beside the code under test. */
  private static byte[] codebook(String key, byte[] plain) {
    int pad = 16 - plain.length % 16;
    byte[] padded = Arrays.copyOf(plain, plain.length + pad);
    Arrays.fill(padded, plain.length, padded.length, (byte) pad);
    SM4Engine engine = new SM4Engine();
    engine.init(true, new KeyParameter(key.getBytes(UTF_8)));
    byte[] out = new byte[padded.length];
    for (int at = 0; at < padded.length; at += 16) {
      engine.processBlock(padded, at, out, at);
    }
    return out;
  }

  private static String said(Node node, String name) {
    return node.text(name).orElseThrow();
  }
}
