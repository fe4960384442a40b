package io.caresettle.protocol.keystore;

import io.caresettle.protocol.sm.InsecureSecretAccess;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.util.BigIntegers;

/**
 * The bytes of a PKCS#12 file (RFC 7292) that holds SM2 keys and certificates by name.
 *
 * <p>Keys and certificates alike lie encrypted ({@link Pbes2}); a MAC with HMAC-SHA-256 covers the
 * whole. OpenSSL 3 reads what is written here, and what it writes with its defaults is read here.
 */
final class Pkcs12 {

  /** More than a thousand generations of keys. */
  static final int MOST_BYTES = 4 << 20;

  private static final AlgorithmIdentifier SM2 =
      new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1);

  private Pkcs12() {}

  /** A key and the name that it has in the file. */
  record NamedKey(String name, Sm2PrivateKey key) {}

  /** A certificate and the name that it has in the file. */
  record NamedCertificate(String name, X509CertificateHolder certificate) {}

  /** What such a file holds, in the order of the file. */
  record Contents(List<NamedKey> keys, List<NamedCertificate> certificates) {

    Contents {
      keys = List.copyOf(keys);
      certificates = List.copyOf(certificates);
    }
  }

  static byte[] write(Contents contents, char[] password, SecureRandom random) {
    try {
      PKCS12PfxPduBuilder file = new PKCS12PfxPduBuilder();
      for (NamedKey named : contents.keys()) {
        OutputEncryptor encryptor = Pbes2.encryptor(password, random);
        file.addData(
            new PKCS12SafeBagBuilder(info(named.key()), encryptor)
                .addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, name(named.name()))
                .addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, id(named.name()))
                .build());
      }
      PKCS12SafeBag[] certificates = new PKCS12SafeBag[contents.certificates().size()];
      for (int i = 0; i < certificates.length; i++) {
        NamedCertificate named = contents.certificates().get(i);
        certificates[i] =
            new PKCS12SafeBagBuilder(named.certificate())
                .addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, name(named.name()))
                .addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, id(named.name()))
                .build();
      }
      if (certificates.length > 0) {
        file.addEncryptedData(Pbes2.encryptor(password, random), certificates);
      }
      return file.build(
              new BcPKCS12MacCalculatorBuilder(
                      new SHA256Digest(),
                      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE))
                  .setIterationCount(Pbes2.ITERATIONS),
              password)
          .getEncoded();
    } catch (IOException | PKCSException e) {
      throw new IllegalStateException("BouncyCastle could not write a key store", e);
    }
  }

  /**
   * Reads such a file.
   *
   * @param place the file's name, for what is said when it cannot be read
   */
  static Contents read(byte[] file, char[] password, String place) {
    List<NamedKey> keys = new ArrayList<>();
    List<NamedCertificate> certificates = new ArrayList<>();
    try {
      Pfx form = Pfx.getInstance(file);
      MacData mac = form.getMacData();
      if (mac != null && !Pbes2.isBounded(mac.getIterationCount())) {
        throw damaged(place);
      }
      PKCS12PfxPdu pfx = new PKCS12PfxPdu(form);
      if (!pfx.hasMac() || !isSound(pfx, password)) {
        throw new KeyStoreUnavailable(
            KeyStoreUnavailable.Why.WRONG_PASSWORD_OR_CHANGED,
            "The key store "
                + place
                + " does not open: the password is wrong, or the file was changed. Enter the"
                + " password again; if it is right, restore the file from its copy");
      }
      for (ContentInfo part : pfx.getContentInfos()) {
        PKCS12SafeBagFactory bags =
            part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)
                ? new PKCS12SafeBagFactory(part, Pbes2.decryptor(password))
                : new PKCS12SafeBagFactory(part);
        for (PKCS12SafeBag bag : bags.getSafeBags()) {
          if (bag.getBagValue() instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            PrivateKeyInfo info = encrypted.decryptPrivateKeyInfo(Pbes2.decryptor(password));
            keys.add(new NamedKey(nameOf(bag), key(info, place)));
          } else if (bag.getBagValue() instanceof X509CertificateHolder certificate) {
            certificates.add(new NamedCertificate(nameOf(bag), certificate));
          }
        }
      }
      return new Contents(keys, certificates);
    } catch (KeyStoreUnavailable e) {
      throw e;
    } catch (IOException | PKCSException | RuntimeException e) {
      // Without its cause: what a parser says may quote what it read. And whatever it throws:
      // the bytes are anybody's, and the parser does not say what it throws for which.
      throw damaged(place);
    }
  }

  private static boolean isSound(PKCS12PfxPdu pfx, char[] password) throws PKCSException {
    return pfx.isMacValid(
        new BcPKCS12MacCalculatorBuilderProvider(BcDefaultDigestProvider.INSTANCE), password);
  }

  private static PrivateKeyInfo info(Sm2PrivateKey key) throws IOException {
    byte[] secret = key.encoded(InsecureSecretAccess.get());
    return new PrivateKeyInfo(
        SM2,
        new ECPrivateKey(
            secret.length * Byte.SIZE,
            BigIntegers.fromUnsignedByteArray(secret),
            new org.bouncycastle.asn1.DERBitString(key.publicKey().encoded()),
            null));
  }

  private static Sm2PrivateKey key(PrivateKeyInfo info, String place) throws IOException {
    if (!info.getPrivateKeyAlgorithm().equals(SM2)) {
      throw new KeyStoreUnavailable(
          KeyStoreUnavailable.Why.DAMAGED,
          "The key store "
              + place
              + " holds a key that does not lie on the SM2 curve: make new keys, and ask for"
              + " certificates for them");
    }
    return Sm2PrivateKey.decode(
        BigIntegers.asUnsignedByteArray(
            32, ECPrivateKey.getInstance(info.parsePrivateKey()).getKey()));
  }

  private static KeyStoreUnavailable damaged(String place) {
    return new KeyStoreUnavailable(
        KeyStoreUnavailable.Why.DAMAGED,
        "The file "
            + place
            + " is not a PKCS#12 key store with PBES2 (PBKDF2 with HMAC-SHA-256, AES-256-CBC):"
            + " restore it from its copy");
  }

  private static DERBMPString name(String name) {
    return new DERBMPString(name);
  }

  private static DEROctetString id(String name) {
    return new DEROctetString(name.getBytes(StandardCharsets.UTF_8));
  }

  private static String nameOf(PKCS12SafeBag bag) {
    ASN1ObjectIdentifier friendly = PKCS12SafeBag.friendlyNameAttribute;
    for (Attribute attribute : bag.getAttributes()) {
      if (attribute.getAttrType().equals(friendly)) {
        ASN1Encodable value = attribute.getAttrValues().getObjectAt(0);
        return DERBMPString.getInstance(value).getString();
      }
    }
    return "";
  }
}
