package io.caresettle.protocol.keystore;

import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.ProtocolException;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.PartyCertificate;
import io.caresettle.protocol.keys.EncryptionPair;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.keystore.KeySet.Generation;
import io.caresettle.protocol.sm.InsecureSecretAccess;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Keys in a PKCS#12 file under a password.
 *
 * <p>Each entry's friendly name says what it is, so that other programs show it: {@code
 * caresettle:PARTY:KEYID:signing} and {@code :encryption} for the keys, the same and {@code
 * :authority} for certificates, with {@code :withdrawn@INSTANT} behind it where a generation was
 * withdrawn.
 */
public final class Pkcs12Vault implements KeyVault {

  private static final Pattern NAME =
      Pattern.compile(
          "caresettle:([A-Za-z0-9._-]{1,64}):([0-9a-f]{16}):(signing|encryption|authority)"
              + "(?::withdrawn@(\\d{4}-\\d\\d-\\d\\dT[0-9:.]{5,18}Z))?");

  private final Path file;
  private final PasswordSource passwords;
  private final SecureRandom random;

  private Pkcs12Vault(Path file, PasswordSource passwords, SecureRandom random) {
    this.file = file;
    this.passwords = passwords;
    this.random = random;
  }

  /** Keys in {@code file}, which need not exist yet. */
  public static Pkcs12Vault in(Path file, PasswordSource passwords, SecureRandom random) {
    return new Pkcs12Vault(file, passwords, random);
  }

  /** Whether there is a file. */
  public boolean exists() {
    return Files.exists(file);
  }

  @Override
  public KeySet load() {
    byte[] bytes = bytes();
    return withPassword(passwords, password -> read(bytes, password));
  }

  @Override
  public void save(KeySet keys) {
    withPassword(passwords, password -> OwnerOnly.alone(file, () -> written(keys, password)));
  }

  @Override
  public KeySet update(UnaryOperator<KeySet> change) {
    bytes(); // Nobody is asked for the password of a store that is not there.
    return update(this::load, change);
  }

  /**
   * The same, beginning with {@code first} where there is no file yet.
   *
   * <p>The password is asked for before others are kept out: they never wait for somebody who
   * types.
   */
  public KeySet update(Supplier<KeySet> first, UnaryOperator<KeySet> change) {
    return withPassword(
        passwords,
        password ->
            OwnerOnly.alone(
                file,
                () -> {
                  KeySet before = exists() ? read(bytes(), password) : first.get();
                  return written(change.apply(before), password);
                }));
  }

  /**
   * Puts what rests here under another password.
   *
   * @param next is asked once the old password was found to be right
   * @throws KeyStoreUnavailable if it cannot be had or kept; it rests under the old one then
   */
  public void rekey(PasswordSource next) {
    byte[] before = bytes();
    withPassword(
        passwords,
        old -> {
          read(before, old);
          return withPassword(
              next, fresh -> OwnerOnly.alone(file, () -> written(read(bytes(), old), fresh)));
        });
  }

  private <T> T withPassword(PasswordSource source, Function<char[], T> work) {
    try (Password password = source.password(file.toString())) {
      char[] characters = password.characters(InsecureSecretAccess.get());
      try {
        return work.apply(characters);
      } finally {
        Arrays.fill(characters, '\0');
      }
    }
  }

  private KeySet read(byte[] bytes, char[] password) {
    return keySet(Pkcs12.read(bytes, password, file.toString()));
  }

  private byte[] bytes() {
    try (InputStream in = Files.newInputStream(file)) {
      // Its size is not asked for: a device says 0, and has no end.
      byte[] bytes = in.readNBytes(Pkcs12.MOST_BYTES + 1);
      if (bytes.length > Pkcs12.MOST_BYTES) {
        throw new KeyStoreUnavailable(
            KeyStoreUnavailable.Why.DAMAGED,
            "The file " + file + " is larger than a key store ever is: name the right file");
      }
      return bytes;
    } catch (IOException e) {
      throw new KeyStoreUnavailable(
          KeyStoreUnavailable.Why.NO_FILE,
          "The key store "
              + file
              + " cannot be read: is the path right, and may this user read it?",
          e);
    }
  }

  private KeySet written(KeySet keys, char[] password) {
    List<Pkcs12.NamedKey> named = new ArrayList<>();
    List<Pkcs12.NamedCertificate> certificates = new ArrayList<>();
    for (Generation each : keys.generations()) {
      InsecureSecretAccess access = InsecureSecretAccess.get();
      named.add(
          new Pkcs12.NamedKey(name(each, "signing"), each.keys().signing().privateKey(access)));
      named.add(
          new Pkcs12.NamedKey(
              name(each, "encryption"), each.keys().encryption().privateKey(access)));
      each.certificates()
          .ifPresent(
              pair -> {
                certificates.add(certificate(name(each, "signing"), pair.signing()));
                certificates.add(certificate(name(each, "encryption"), pair.encryption()));
                pair.authorities()
                    .forEach(
                        above -> certificates.add(certificate(name(each, "authority"), above)));
              });
    }
    if (password.length < Password.FEWEST) {
      throw new KeyStoreUnavailable(
          KeyStoreUnavailable.Why.NO_PASSWORD,
          "The password of a key store has at least "
              + Password.FEWEST
              + " characters: choose a longer one");
    }
    OwnerOnly.write(file, Pkcs12.write(new Pkcs12.Contents(named, certificates), password, random));
    return keys;
  }

  private static String name(Generation generation, String what) {
    return "caresettle:"
        + generation.keys().identity().partyId()
        + ":"
        + generation.keyId()
        + ":"
        + what
        + generation.withdrawn().map(at -> ":withdrawn@" + at).orElse("");
  }

  private static Pkcs12.NamedCertificate certificate(String name, PartyCertificate certificate) {
    try {
      return new Pkcs12.NamedCertificate(name, new X509CertificateHolder(certificate.encoded()));
    } catch (IOException e) {
      throw new IllegalStateException("A certificate that was read cannot be written", e);
    }
  }

  /** What stands in the file of one generation. */
  private static final class Found {
    private String partyId = "";
    private Optional<Instant> withdrawn = Optional.empty();
    private Optional<Sm2PrivateKey> signing = Optional.empty();
    private Optional<Sm2PrivateKey> encryption = Optional.empty();
    private final List<PartyCertificate> certificates = new ArrayList<>();
  }

  private KeySet keySet(Pkcs12.Contents contents) {
    Map<String, Found> found = new LinkedHashMap<>();
    try {
      for (Pkcs12.NamedKey key : contents.keys()) {
        Matcher name = parse(key.name());
        Found generation = generation(found, name);
        switch (name.group(3)) {
          case "signing" -> generation.signing = Optional.of(key.key());
          case "encryption" -> generation.encryption = Optional.of(key.key());
          default -> throw damaged();
        }
      }
      for (Pkcs12.NamedCertificate each : contents.certificates()) {
        generation(found, parse(each.name()))
            .certificates
            .add(PartyCertificate.decode(each.certificate().getEncoded()));
      }
      return keySet(found);
    } catch (ProtocolException | IOException e) {
      throw new KeyStoreUnavailable(
          KeyStoreUnavailable.Why.DAMAGED,
          "The key store " + file + " holds what does not belong together: " + e.getMessage());
    }
  }

  private KeySet keySet(Map<String, Found> found) {
    if (found.isEmpty()) {
      throw damaged();
    }
    KeySet set = KeySet.of(found.values().iterator().next().partyId);
    for (Map.Entry<String, Found> entry : found.entrySet()) {
      Found each = entry.getValue();
      PartyKeys keys =
          new PartyKeys(
              each.partyId,
              new SigningPair(each.signing.orElseThrow(this::damaged)),
              new EncryptionPair(each.encryption.orElseThrow(this::damaged)));
      if (!keys.identity().keyId().equals(entry.getKey())) {
        throw new KeyRejected("the keys named " + entry.getKey() + " are others");
      }
      set = set.with(new Generation(keys, pair(each.certificates), each.withdrawn));
    }
    return set;
  }

  private Optional<CertificatePair> pair(List<PartyCertificate> certificates) {
    if (certificates.isEmpty()) {
      return Optional.empty();
    }
    if (certificates.size() < 2) {
      throw damaged();
    }
    return Optional.of(
        new CertificatePair(
            certificates.get(0),
            certificates.get(1),
            certificates.subList(2, certificates.size())));
  }

  private Matcher parse(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new KeyStoreUnavailable(
          KeyStoreUnavailable.Why.DAMAGED,
          "The key store "
              + file
              + " holds an entry that this program did not make: keep CareSettle's keys in a file"
              + " of their own");
    }
    return matcher;
  }

  private static Found generation(Map<String, Found> found, Matcher name) {
    Found generation = found.computeIfAbsent(name.group(2), keyId -> new Found());
    generation.partyId = name.group(1);
    generation.withdrawn = Optional.ofNullable(name.group(4)).map(Instant::parse);
    return generation;
  }

  private KeyStoreUnavailable damaged() {
    return new KeyStoreUnavailable(
        KeyStoreUnavailable.Why.DAMAGED,
        "The key store " + file + " lacks a key or a certificate: restore it from its copy");
  }

  @Override
  public String toString() {
    return "Pkcs12Vault[" + file + "]";
  }
}
