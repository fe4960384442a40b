package io.caresettle.sim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The centre's reading of the law shares nothing with the terminal's, so agreeing means something.
 */
class TwoReadingsTest {

  private static final JavaClasses SIM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.caresettle.sim");

  @Test
  @DisplayName(
      "the centre and its adjudicator use neither the split engine, nor plans, nor their reader of packs")
  void theCentreComputesOnItsOwn() {
    noClasses()
        .that()
        .resideInAnyPackage("io.caresettle.sim.centre..", "io.caresettle.sim.adjudicate..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.caresettle.split..", "io.caresettle.policy..", "io.caresettle.reading..")
        .check(SIM);
  }
}
