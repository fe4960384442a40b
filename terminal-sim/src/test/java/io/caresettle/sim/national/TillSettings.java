package io.caresettle.sim.national;

import io.caresettle.centre.national.envelope.Sender;
import io.caresettle.centre.national.envelope.TifSignature;
import io.caresettle.centre.national.exchange.NationalLine;
import io.caresettle.centre.national.flow.HisDetails;
import io.caresettle.centre.national.flow.Unconfirmed;
import io.caresettle.centre.national.profile.Profiles;
import io.caresettle.eligibility.Institution;
import io.caresettle.money.Rate;
import io.caresettle.split.Catalogue;
import io.caresettle.split.CatalogueClass;
import io.caresettle.split.CatalogueItem;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How a real terminal is set to speak to the simulated platform. */
final class TillSettings {

  private TillSettings() {}

  /** At {@code institution}, in the words of {@code profile}. */
  static io.caresettle.centre.national.flow.NationalSettings of(
      NationalServer platform, String profile, Institution institution) {
    CatalogueItem item =
        new CatalogueItem(
            "TEST-0001", "示例药品", CatalogueClass.A, Rate.basisPoints(0), Optional.empty());
    return new io.caresettle.centre.national.flow.NationalSettings(
        Profiles.shipped(profile),
        NationalLine.Address.of(platform.endpoint()),
        new TifSignature("test", NationalSettings.TEST_SECRET, () -> UUID.randomUUID().toString()),
        new Sender(
            institution.code(), institution.name(), "320500", "1", "0001", "收费员甲", "", Map.of()),
        "02-00-00-00-00-01",
        "192.0.2.10",
        () -> new Catalogue("2026-11", Map.of(item.code(), item)),
        HisDetails.NONE,
        Unconfirmed.safe());
  }
}
