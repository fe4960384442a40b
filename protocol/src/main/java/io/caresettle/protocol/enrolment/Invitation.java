package io.caresettle.protocol.enrolment;

import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.CertificateRefused.Kind;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.PartyCertificate;
import io.caresettle.protocol.certificate.Role;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a site gets from its centre, on paper or on a stick: whom to trust, and where to call. It
 * holds no secret; the activation code comes another way.
 *
 * <p>As text it is a title, one line {@code address: …} for each address, and the certificates as
 * PEM: one line {@code roots: n}, n roots, then the centre's pair.
 *
 * @param centre the centre's certificates, whose party id is the centre's id
 * @param roots one to four
 * @param addresses where the centre listens, such as {@code 192.0.2.1:7443}, in the order in which
 *     they are tried; at most eight
 */
public record Invitation(
    CertificatePair centre, List<PartyCertificate> roots, List<String> addresses) {

  private static final String TITLE = "caresettle-invitation 1";
  private static final String WHAT = "An invitation";
  private static final int MAX_CHARACTERS = 32 * 1024;
  private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7e]{1,128}");
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----\n");

  public Invitation {
    roots = List.copyOf(roots);
    addresses = List.copyOf(addresses);
    if (centre.subject().role() != Role.CENTRE) {
      throw new CertificateRefused(
          Kind.WRONG_ROLE, WHAT, "the certificates of a " + centre.subject().role(), "a centre's");
    }
    boolean bounded =
        !roots.isEmpty()
            && roots.size() <= 4
            && addresses.size() <= 8
            && addresses.stream().allMatch(address -> ADDRESS.matcher(address).matches());
    if (!bounded) {
      throw malformed(roots.size() + " roots and " + addresses.size() + " addresses");
    }
  }

  /** The party id of the centre. */
  public String centreId() {
    return centre.identity().partyId();
  }

  /**
   * Trust in the roots of this invitation.
   *
   * @param profile what this site is; an invitation does not decide that
   * @throws CertificateRefused if the roots are test roots and the site is not
   */
  public Trust trust(TrustProfile profile) {
    return Trust.in(profile, roots);
  }

  /** The text that {@link #parse} reads. */
  public String text() {
    StringBuilder text = new StringBuilder(TITLE).append('\n');
    addresses.forEach(address -> text.append("address: ").append(address).append('\n'));
    text.append("roots: ").append(roots.size()).append('\n');
    roots.forEach(root -> text.append(root.pem()));
    return text.append(centre.pem()).toString();
  }

  /**
   * Reads what {@link #text} wrote; carriage returns, which mail and sticks add, do not matter.
   *
   * @throws CertificateRefused if it is anything else
   */
  public static Invitation parse(String written) {
    String text = written.replace("\r\n", "\n");
    if (text.length() > MAX_CHARACTERS || !text.startsWith(TITLE + "\n")) {
      throw malformed("a text with another title, or too long");
    }
    List<String> addresses = new ArrayList<>();
    int roots = 0;
    for (String line : text.lines().skip(1).takeWhile(l -> !l.startsWith("-----")).toList()) {
      if (line.startsWith("address: ")) {
        addresses.add(line.substring("address: ".length()));
      } else if (line.matches("roots: [1-4]")) {
        roots = line.charAt(line.length() - 1) - '0';
      } else {
        throw malformed("a line that is neither an address nor the number of roots");
      }
    }
    List<String> blocks = BLOCK.matcher(text).results().map(r -> r.group()).toList();
    if (roots == 0 || blocks.size() < roots + 2) {
      throw malformed(blocks.size() + " certificates, " + roots + " of them roots");
    }
    Invitation invitation =
        new Invitation(
            CertificatePair.parsePem(String.join("", blocks.subList(roots, blocks.size()))),
            blocks.subList(0, roots).stream().map(PartyCertificate::parsePem).toList(),
            addresses);
    if (!invitation.text().equals(text)) {
      throw malformed("lines that this version writes differently");
    }
    return invitation;
  }

  private static CertificateRefused malformed(String found) {
    return new CertificateRefused(Kind.MALFORMED, WHAT, found, "the text as the centre wrote it");
  }
}
