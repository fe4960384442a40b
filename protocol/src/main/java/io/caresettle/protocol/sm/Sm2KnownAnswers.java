package io.caresettle.protocol.sm;

import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.sm.KnownAnswer.Unreadable;
import java.util.Arrays;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** The tests of {@link KnownAnswers} that need a key pair. */
final class Sm2KnownAnswers {

  private Sm2KnownAnswers() {}

  static Verdict signature(KnownAnswer test) throws Unreadable {
    byte[] point = test.bytes("publicKey");
    byte[] id = test.bytes("id");
    byte[] message = test.bytes("msg");
    byte[] signature = test.bytes("sigDer");
    boolean valid = test.isValid();
    Sm2PublicKey key;
    try {
      key = Sm2PublicKey.decode(point);
    } catch (KeyRejected e) {
      return Verdict.of(!valid, "A valid public key is refused");
    }
    if (key.verify(StandardDSAEncoding.INSTANCE, id, message, signature) != valid) {
      return Verdict.fail(
          valid ? "A valid signature is refused" : "A signature that is wrong was accepted");
    }
    return valid ? steps(test, key, id, message) : Verdict.pass();
  }

  /** What a test may say besides: the other form, the digests on the way, the private key. */
  private static Verdict steps(KnownAnswer test, Sm2PublicKey key, byte[] id, byte[] message)
      throws Unreadable {
    byte[] za = key.identityDigest(id);
    if (!test.agrees("za", za) || !test.agrees("e", Sm3.digest(za, message))) {
      return Verdict.fail("The digest that is signed is another one");
    }
    if (test.has("sigRaw")
        && !key.verify(PlainDSAEncoding.INSTANCE, id, message, test.bytes("sigRaw"))) {
      return Verdict.fail("A valid signature of 64 bytes is refused");
    }
    if (!test.has("privateKey")) {
      return Verdict.pass();
    }
    Sm2PrivateKey signer = privateKey(test, "privateKey");
    return Verdict.of(
        signer.publicKey().equals(key)
            && key.verify(PlainDSAEncoding.INSTANCE, id, message, signer.sign(id, message)),
        "The private key does not belong to the public key");
  }

  static Verdict ciphertext(KnownAnswer test) throws Unreadable {
    Sm2PrivateKey key = privateKey(test, "privateKey");
    byte[] ciphertext = test.bytes("ct");
    byte[] message = test.bytes("msg");
    boolean valid = test.isValid();
    byte[] decrypted;
    try {
      decrypted = key.decrypt(form(test), ciphertext);
    } catch (NotAuthentic e) {
      return Verdict.of(!valid, "A valid ciphertext is refused");
    }
    if (!valid) {
      return Verdict.fail("A ciphertext that is wrong was decrypted");
    }
    byte[] own = key.publicKey().encrypt(message);
    return Verdict.of(
        Arrays.equals(message, decrypted)
            && Arrays.equals(message, key.decrypt(Sm2CiphertextForm.C1C3C2, own)),
        "The ciphertext decrypts to other bytes");
  }

  private static Sm2CiphertextForm form(KnownAnswer test) throws Unreadable {
    String name = test.text("format");
    for (Sm2CiphertextForm form : Sm2CiphertextForm.values()) {
      if (form.name().equals(name)) {
        return form;
      }
    }
    throw new Unreadable("The field format is not one of DER, C1C3C2, C1C2C3");
  }

  static Verdict point(KnownAnswer test) throws Unreadable {
    byte[] point = test.bytes("point");
    boolean valid = test.isValid();
    byte[] encoded;
    try {
      encoded = Sm2PublicKey.decode(point).encoded();
    } catch (KeyRejected e) {
      return Verdict.of(!valid, "A valid point is refused");
    }
    if (!valid) {
      return Verdict.fail("A point that is wrong was accepted");
    }
    return Verdict.of(
        test.agrees("x", Arrays.copyOfRange(encoded, 1, 33))
            && test.agrees("y", Arrays.copyOfRange(encoded, 33, 65)),
        "The point has other coordinates");
  }

  static Verdict exchange(KnownAnswer test) throws Unreadable {
    Sm2PrivateKey a = privateKey(test, "dA");
    Sm2PrivateKey b = privateKey(test, "dB");
    Sm2PrivateKey ephemeralA = privateKey(test, "rA");
    Sm2PrivateKey ephemeralB = privateKey(test, "rB");
    byte[] idA = test.bytes("idA");
    byte[] idB = test.bytes("idB");
    byte[] key = test.bytes("key");
    boolean ephemeral =
        Arrays.equals(test.bytes("RA"), ephemeralA.publicKey().encoded())
            && Arrays.equals(test.bytes("RB"), ephemeralB.publicKey().encoded());
    var response =
        Sm2Agreement.respond(
            new Sm2Agreement.Own(b, ephemeralB, idB),
            new Sm2Agreement.Peer(a.publicKey(), ephemeralA.publicKey(), idA),
            key.length);
    Sm2Agreement.Agreed agreed;
    try {
      agreed =
          Sm2Agreement.conclude(
              new Sm2Agreement.Own(a, ephemeralA, idA),
              new Sm2Agreement.Peer(b.publicKey(), ephemeralB.publicKey(), idB),
              response.confirmation(),
              key.length);
    } catch (NotAuthentic e) {
      return Verdict.fail("The two ends do not agree");
    }
    boolean same =
        ephemeral
            && SecretBytes.copyOf(key).equals(agreed.secret())
            && agreed.secret().equals(response.confirmedBy(agreed.confirmation()))
            && test.agrees("sB", response.confirmation())
            && test.agrees("sA", agreed.confirmation());
    return Verdict.of(
        same == test.isValidUnlessSaid(), "The key or one of the confirmations is another one");
  }

  private static Sm2PrivateKey privateKey(KnownAnswer test, String name) throws Unreadable {
    byte[] written = test.bytes(name);
    try {
      return Sm2PrivateKey.decode(written);
    } catch (KeyRejected e) {
      throw new Unreadable(
          "The field " + name + " is not a private key: 32 bytes between 1 and n - 2");
    }
  }
}
