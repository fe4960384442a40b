package io.caresettle.sdk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Who may see whom from the counter to the wire")
@Timeout(60)
class StreetTest {

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.caresettle");

  @Test
  void theFacadeSeesAllAndNobodySeesTheFacade() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.caresettle.sdk..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.caresettle.sdk..")
        .check(classes);
  }

  @Test
  void onlyTheSealedCentreKnowsTheWire() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.caresettle.centre.sealed..", "io.caresettle.protocol..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.caresettle.protocol.wire..",
            "io.caresettle.protocol.link..",
            "io.caresettle.protocol.document..",
            "com.google.protobuf..")
        .check(classes);
  }

  @Test
  void theJournalKnowsNeitherTheCentreNorWhatItsRecordsMean() {
    noClasses()
        .that()
        .resideInAPackage("io.caresettle.journal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.caresettle.centre..", "io.caresettle.settlement..", "io.caresettle.protocol..")
        .check(classes);
  }

  @Test
  void nothingThatSettlesKnowsHowTheJournalIsKept() {
    noClasses()
        .that()
        .resideInAnyPackage("io.caresettle.settlement..", "io.caresettle.centre..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "java.nio.file..")
        .check(classes);
  }
}
