package io.caresettle.sim.readings;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The two readings")
class IndependenceTest {

  private static final String CENTRE = "io.caresettle.sim.adjudicate";
  private static final String LEDGER = "io.caresettle.sim.ledger";

  /** All that the till's reading is made of, {@code policy} with every package below it. */
  private static final List<String> TILL =
      List.of("io.caresettle.policy", "io.caresettle.split", "io.caresettle.money");

  private static final JavaClasses ALL = new ClassFileImporter().importPackages("io.caresettle");

  @Test
  @DisplayName("share no code: the centre's knows no package of the till's, its tests included")
  void theCentreKnowsNothingOfTheTill() {
    noClasses()
        .that(are("of the centre's reading", List.of(CENTRE, LEDGER)))
        .should()
        .dependOnClassesThat(are("of the till's reading", TILL))
        .check(ALL);
  }

  @Test
  @DisplayName("share no code: the till's knows no package of the centre's, its tests included")
  void theTillKnowsNothingOfTheCentre() {
    noClasses()
        .that(are("of the till's reading", TILL))
        .should()
        .dependOnClassesThat(are("of the centre's reading", List.of(CENTRE, LEDGER)))
        .check(ALL);
  }

  @Test
  @DisplayName("are asked apart: what asks the one computes nothing with the other")
  void askedApart() {
    noClasses()
        .that()
        .haveFullyQualifiedName(Centre.class.getName())
        .should()
        .dependOnClassesThat(
            are("able to compute for the till", List.of("io.caresettle.policy.author")))
        .orShould()
        .dependOnClassesThat(
            are(
                "plans and sheets",
                List.of("io.caresettle.policy.plan.Plan", "io.caresettle.policy.plan.Sheet")))
        .check(ALL);
    noClasses()
        .that()
        .haveFullyQualifiedName(Till.class.getName())
        .should()
        .dependOnClassesThat(are("of the centre's reading", List.of(CENTRE, LEDGER)))
        .check(ALL);
  }

  private static DescribedPredicate<JavaClass> are(String what, List<String> names) {
    return DescribedPredicate.describe(
        what,
        found ->
            names.stream()
                .anyMatch(
                    name ->
                        found.getName().equals(name)
                            || found.getPackageName().equals(name)
                            || found.getPackageName().startsWith(name + '.')));
  }
}
