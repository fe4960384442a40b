package io.caresettle.centre.national.flow;

import io.caresettle.centre.national.envelope.HeaderAuthentication;
import io.caresettle.centre.national.envelope.Sender;
import io.caresettle.centre.national.exchange.NationalLine;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.split.Catalogue;
import java.util.function.Supplier;

/**
 * All that the way to a national gateway needs to know.
 *
 * @param mac of this machine, for 9001
 * @param ip of this machine, for 9001
 * @param catalogue the items that are in force, as the institution downloaded them
 */
public record NationalSettings(
    Profile profile,
    NationalLine.Address address,
    HeaderAuthentication authentication,
    Sender sender,
    String mac,
    String ip,
    Supplier<Catalogue> catalogue,
    HisDetails details,
    Unconfirmed unconfirmed) {

  /** The same with other answers to what no source settles. */
  public NationalSettings with(Unconfirmed answers) {
    return new NationalSettings(
        profile, address, authentication, sender, mac, ip, catalogue, details, answers);
  }

  /** The same where the institution's program knows more. */
  public NationalSettings with(HisDetails program) {
    return new NationalSettings(
        profile, address, authentication, sender, mac, ip, catalogue, program, unconfirmed);
  }

  /** Without addresses and secrets. */
  @Override
  public String toString() {
    return "national gateway, profile " + profile.id();
  }
}
