package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.catalogue.CatalogueDownload;
import io.caresettle.catalogue.CatalogueDownload.FaultyLines;
import io.caresettle.catalogue.CatalogueFile;
import io.caresettle.catalogue.CataloguePages;
import io.caresettle.catalogue.Downloaded;
import io.caresettle.centre.national.call.RawCall;
import io.caresettle.centre.national.envelope.Sender;
import io.caresettle.centre.national.envelope.TifSignature;
import io.caresettle.centre.national.exchange.NationalLine;
import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.centre.national.profile.Profiles;
import io.caresettle.sim.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The simulated platform's catalogues")
class CataloguesTest {

  private static final Duration WITHIN = Duration.ofSeconds(30);

  @TempDir Path folder;

  private CatalogueDownload downloads(Town town) {
    Profile profile = Profiles.shipped("base");
    InstantSource clock = InstantSource.fixed(Town.NOW);
    RawCaller ids = town.pharmacy();
    return CatalogueDownload.into(
        folder,
        RawCall.over(
            profile,
            new NationalLine(
                NationalLine.Address.of(town.national.endpoint()).with(Limits.FILES),
                profile.gateway(),
                new TifSignature(
                    "test", NationalSettings.TEST_SECRET, () -> UUID.randomUUID().toString()),
                clock),
            new Sender(
                Simulator.PHARMACY.code(), "测试药店", "320500", "1", "0001", "收费员甲", "", Map.of()),
            ids::nextId,
            clock),
        FaultyLines.STOP);
  }

  @Test
  @DisplayName("come as files, by version, and all of them by page, and as dictionaries")
  void download() throws IOException {
    try (Town town = Town.of("base")) {
      CatalogueDownload downloads = downloads(town);
      Downloaded drugs = downloads.file(CatalogueFile.DRUGS, "0", WITHIN);
      assertTrue(drugs.isWhole());
      assertTrue(Files.readString(drugs.file().orElseThrow()).contains("TEST-0001\t"));
      String newest = drugs.newest().orElseThrow();
      assertTrue(downloads.file(CatalogueFile.DRUGS, newest, WITHIN).file().isEmpty());
      assertTrue(downloads.file(CatalogueFile.HERBS, "0", WITHIN).file().isEmpty());

      Downloaded items =
          downloads.pages(
              CataloguePages.INSURANCE_ITEMS, Map.of("updt_time", "2026-01-01"), 200, WITHIN);
      assertEquals(drugs.lines(), items.lines());

      Downloaded words =
          downloads.dictionary("med_type", "320500", LocalDate.of(2026, 11, 20), WITHIN);
      assertTrue(Files.readString(words.file().orElseThrow()).contains("\"value\":\"41\""));
    }
  }
}
