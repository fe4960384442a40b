package io.caresettle.sim.entitle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The centre's decision on who is entitled")
class StandsAloneTest {

  @Test
  @DisplayName(
      "shares no code with the terminal's: of this project it knows the second reader's ordinances")
  void standsAlone() {
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "belong to another part of the project",
                (JavaClass c) ->
                    c.getPackageName().startsWith("io.caresettle")
                        && !c.getPackageName().startsWith("io.caresettle.sim.entitle")
                        && !c.getPackageName().startsWith("io.caresettle.sim.adjudicate")))
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.caresettle.sim.entitle"));
  }
}
