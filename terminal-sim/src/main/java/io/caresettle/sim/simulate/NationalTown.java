package io.caresettle.sim.simulate;

import io.caresettle.centre.national.profile.ErrorText;
import io.caresettle.centre.national.profile.Gateway.PathStyle;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.sim.centre.CentreDesk;
import io.caresettle.sim.national.NationalDesk;
import io.caresettle.sim.national.NationalSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The national endpoint of one seed, over the books of the same centre. */
final class NationalTown {

  /** With different enquiries, outputs, words and readings of a message with code 0. */
  private static final List<String> PROFILES =
      List.of("base", "base", "guangdong-foshan", "hubei", "hunan");

  private final World world;
  private final CentreHost host;
  private final NationalDefect defect;
  private final NationalSettings settings;
  private @Nullable CentreDesk under;
  private @Nullable NationalDesk desk;

  NationalTown(World world, CentreHost host, NationalDefect defect) {
    this.world = world;
    this.host = host;
    this.defect = defect;
    Dice dice = world.dice("province");
    NationalSettings chosen =
        NationalSettings.of(PROFILES.get(dice.between(0, PROFILES.size() - 1)));
    this.settings = dice.happens(300) ? chosen.refusingUnknownReversals() : chosen;
    world.chronicle.tell("world", "the province is " + profile().id());
  }

  World world() {
    return world;
  }

  Profile profile() {
    return settings.profile();
  }

  /** As a till takes it for; a defective one knows no words of gateways. */
  Profile asTillsReadIt() {
    Profile sound = profile();
    return has(NationalDefect.GATEWAY_IS_PLATFORM)
        ? new Profile(
            sound.id(),
            sound.name(),
            sound.confirmed(),
            sound.open(),
            sound.wording(),
            sound.gateway(),
            sound.settling(),
            sound.texts().stream()
                .filter(text -> text.means() != ErrorText.Meaning.UNKNOWN)
                .toList())
        : sound;
  }

  boolean has(NationalDefect asked) {
    return defect == asked;
  }

  /** What this province's envelopes have beside the usual. */
  Map<String, String> furtherFields(String institution) {
    return profile().id().equals("hunan")
        ? Map.of("medins_code", institution, "insur_code", "320500")
        : Map.of();
  }

  boolean isUp() {
    return host.isUp();
  }

  /** Empty while it is down. */
  Optional<byte[]> serve(byte[] request, String transaction) {
    String path = profile().gateway().path() == PathStyle.SINGLE ? "" : transaction;
    return desk().map(open -> open.answer(request, path));
  }

  /** After a restart of the centre it is another one, over the same books. */
  Optional<NationalDesk> desk() {
    Optional<CentreDesk> now = host.desk();
    if (now.isEmpty()) {
      return Optional.empty();
    }
    if (desk == null || under != now.get()) {
      under = now.get();
      desk = new NationalDesk(now.get(), settings);
    }
    return Optional.of(desk);
  }
}
