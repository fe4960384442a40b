package io.caresettle.protocol.certificate;

import io.caresettle.protocol.KeyRejected;
import java.util.regex.Pattern;

/**
 * Whom a certificate speaks of.
 *
 * <p>As a distinguished name it is O (the institution code, left out if empty), OU (the role), CN
 * (the party id), in this order, each a UTF8String.
 *
 * @param partyId 1 to 64 letters, digits, dots, hyphens and underscores
 * @param institutionCode 1 to 32 letters, digits, dots, hyphens and underscores; empty for a centre
 *     and for an authority
 */
public record Subject(String partyId, Role role, String institutionCode) {

  private static final Pattern PARTY = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern INSTITUTION = Pattern.compile("[A-Za-z0-9._-]{1,32}");

  public Subject {
    if (!PARTY.matcher(partyId).matches()) {
      throw new KeyRejected("A party id is 1 to 64 letters, digits, dots, hyphens and underscores");
    }
    boolean fits =
        role.belongsToAnInstitution()
            ? INSTITUTION.matcher(institutionCode).matches()
            : institutionCode.isEmpty();
    if (!fits) {
      throw new KeyRejected(
          "An institution code is 1 to 32 letters, digits, dots, hyphens and underscores, and"
              + " stands with institutions, terminals and operators alone");
    }
  }

  public static Subject centre(String partyId) {
    return new Subject(partyId, Role.CENTRE, "");
  }

  public static Subject terminal(String partyId, String institutionCode) {
    return new Subject(partyId, Role.TERMINAL, institutionCode);
  }

  public static Subject institution(String partyId, String institutionCode) {
    return new Subject(partyId, Role.INSTITUTION, institutionCode);
  }

  public static Subject operator(String partyId, String institutionCode) {
    return new Subject(partyId, Role.OPERATOR, institutionCode);
  }

  static Subject authority(String name) {
    return new Subject(name, Role.AUTHORITY, "");
  }
}
