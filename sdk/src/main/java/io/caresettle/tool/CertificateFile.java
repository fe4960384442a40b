package io.caresettle.tool;

import io.caresettle.problem.Misuse;
import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.CertificateRefused.Kind;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.CertificateRequest;
import io.caresettle.protocol.certificate.PartyCertificate;
import io.caresettle.protocol.certificate.Purpose;
import io.caresettle.protocol.certificate.RevocationList;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file of certificates holds, in PEM or in DER. */
sealed interface CertificateFile {

  /** A request for certificates. */
  record Request(CertificateRequest request) implements CertificateFile {}

  /** A revocation list. */
  record Revocations(RevocationList list) implements CertificateFile {}

  /** One certificate or several: a party's first, then its authorities. */
  record Certificates(List<PartyCertificate> all) implements CertificateFile {

    PartyCertificate first() {
      return all.get(0);
    }

    /** The two certificates of one party, if they stand first. */
    Optional<CertificatePair> pair() {
      boolean two =
          all.size() >= 2
              && all.get(0).purpose() == Purpose.SIGNING
              && all.get(1).purpose() != Purpose.AUTHORITY;
      return two
          ? Optional.of(new CertificatePair(all.get(0), all.get(1), authorities(2)))
          : Optional.empty();
    }

    /** Those above the party's, without a root: whoever judges brings the roots. */
    List<PartyCertificate> authorities() {
      return authorities(pair().isPresent() ? 2 : 1);
    }

    private List<PartyCertificate> authorities(int from) {
      return all.subList(from, all.size()).stream()
          .filter(each -> !each.issuer().equals(each.subject()))
          .toList();
    }
  }

  Pattern BEGIN = Pattern.compile("(?m)^-----BEGIN ([A-Z0-9 ]{1,40})-----");

  /**
   * Reads {@code file}.
   *
   * @throws CertificateRefused if it is none of these
   */
  static CertificateFile read(Path file) {
    byte[] bytes = InputFile.bytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher begin = BEGIN.matcher(text);
    if (!begin.find()) {
      return der(file, bytes);
    }
    try {
      return pem(file, begin.group(1), text);
    } catch (CertificateRefused e) {
      if (e.kind() == Kind.MALFORMED) {
        throw new CertificateRefused(Kind.MALFORMED, file.toString(), found(e), EXPECTED);
      }
      throw e;
    }
  }

  String EXPECTED = "certificates, a request or a revocation list, in PEM or DER";

  private static String found(CertificateRefused e) {
    return "what cannot be read (" + e.getMessage() + ")";
  }

  private static CertificateFile pem(Path file, String label, String text) {
    return switch (label) {
      case "CERTIFICATE" -> new Certificates(PartyCertificate.parseAllPem(text));
      case "CERTIFICATE REQUEST" -> new Request(CertificateRequest.parsePem(text));
      case "X509 CRL" -> new Revocations(RevocationList.parsePem(text));
      // Not quoted: it may be a private key.
      default -> throw new Misuse(file + ": found PEM of another kind, expected " + EXPECTED);
    };
  }

  private static CertificateFile der(Path file, byte[] bytes) {
    List<Function<byte[], CertificateFile>> forms =
        List.of(
            der -> new Certificates(List.of(PartyCertificate.decode(der))),
            der -> certificates(CertificatePair.decode(der)),
            der -> new Request(CertificateRequest.decode(der)),
            der -> new Revocations(RevocationList.decode(der)));
    Optional<CertificateRefused> nearest = Optional.empty();
    for (Function<byte[], CertificateFile> form : forms) {
      try {
        return form.apply(bytes);
      } catch (CertificateRefused e) {
        // What says more than that the form is another one comes from the right form.
        if (e.kind() != Kind.MALFORMED) {
          nearest = nearest.or(() -> Optional.of(e));
        }
      }
    }
    throw nearest.orElseGet(
        () ->
            new CertificateRefused(
                Kind.MALFORMED,
                file.toString(),
                bytes.length + " bytes of another form",
                EXPECTED));
  }

  private static Certificates certificates(CertificatePair pair) {
    List<PartyCertificate> all = new java.util.ArrayList<>();
    all.add(pair.signing());
    all.add(pair.encryption());
    all.addAll(pair.authorities());
    return new Certificates(List.copyOf(all));
  }
}
