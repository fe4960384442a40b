package io.caresettle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The arrows of the house: who may see whom inside the sdk, and who alone may see an outside
 * library.
 */
class ArrowsTest {

  private static final JavaClasses SDK =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.caresettle");

  @Test
  @DisplayName("the facade sees all and nobody sees the facade")
  void nobodySeesTheFacade() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.caresettle.sdk..", "io.caresettle.gateway..", "io.caresettle.tool..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.caresettle.sdk..")
        .check(SDK);
  }

  @Test
  @DisplayName("no two packages need each other")
  void packagesHaveNoCycles() {
    slices().matching("io.caresettle.(*)..").should().beFreeOfCycles().check(SDK);
  }

  @Test
  @DisplayName("the journal knows keys, but neither the centre nor what its records mean")
  void theJournalKnowsOnlyRecords() {
    never(
        "io.caresettle.journal..",
        "io.caresettle.centre..",
        "io.caresettle.settlement..",
        "io.caresettle.protocol.document..",
        "io.caresettle.protocol.envelope..",
        "io.caresettle.protocol.link..",
        "io.caresettle.protocol.session..",
        "io.caresettle.protocol.wire..");
  }

  @Test
  @DisplayName("nothing that settles knows how the journal is kept")
  void nothingThatSettlesKnowsTheDisk() {
    never("io.caresettle.settlement..", "java.sql..", "java.nio.file..");
    never("io.caresettle.centre..", "java.sql..", "java.nio.file..");
  }

  @Test
  @DisplayName("only the sealed centre knows our wire's messages")
  void onlyTheSealedCentreKnowsTheWire() {
    onlyIn("io.caresettle.protocol.wire..", "io.caresettle.centre.sealed..");
    onlyIn("io.caresettle.protocol.link..", "io.caresettle.centre.sealed..");
    onlyIn("io.caresettle.protocol.document..", "io.caresettle.centre.sealed..");
    onlyIn("com.google.protobuf..", "io.caresettle.centre.sealed..");
  }

  @Test
  @DisplayName("pictures, YAML and SQL each have one room")
  void eachLibraryHasOneRoom() {
    onlyIn("com.google.zxing..", "io.caresettle.credential.code..");
    onlyIn("org.snakeyaml..", "io.caresettle.reading..");
    onlyIn("java.sql..", "io.caresettle.journal..");
    onlyIn("org.sqlite..", "io.caresettle.journal..");
    onlyIn("javax.smartcardio..", "io.caresettle.credential.card..");
  }

  private static void never(String room, String... outside) {
    noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(outside)
        .check(SDK);
  }

  private static void onlyIn(String library, String room) {
    noClasses()
        .that()
        .resideOutsideOfPackages(room, "io.caresettle.protocol..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(SDK);
  }
}
