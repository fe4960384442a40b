package io.caresettle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The leaves of the house, and what never touches money")
class LeavesTest {

  private static final String ROOT = "io.caresettle.";

  /** The leaves, and what signed packs are read with: all else would only be read for nothing. */
  private static final JavaClasses LEAVES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT + "money", ROOT + "problem", ROOT + "policy", ROOT + "split");

  /** Only what cannot see a clock, a disk, a network or a log. */
  private static final String[] JAVA_BASE = {
    "java.lang..",
    "java.util",
    "java.util.function",
    "java.util.regex",
    "java.util.stream",
    "java.math",
    "java.time..",
    "org.jspecify.annotations.."
  };

  /** A digest over bytes of its own is as pure as a sum. */
  private static final Set<String> DIGESTS = Set.of("java.security", "java.nio.charset");

  private record Leaf(String name, Set<String> mayKnow, Set<String> mayUse) {

    Leaf(String name, Set<String> mayKnow) {
      this(name, mayKnow, Set.of());
    }

    @Override
    public String toString() {
      return name + " knows java.base and " + mayKnow;
    }
  }

  static Stream<Leaf> leaves() {
    return Stream.of(
        new Leaf("money", Set.of()),
        new Leaf("problem", Set.of()),
        new Leaf("policy.plan", Set.of("money")),
        new Leaf("policy.compiled", Set.of("money", "policy.plan"), DIGESTS),
        new Leaf("split", Set.of("money", "policy.plan")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("leaves")
  void leavesKnowOnlyWhatTheyMay(Leaf leaf) {
    String[] allowed =
        Stream.concat(
                Stream.concat(Stream.of(JAVA_BASE), leaf.mayUse().stream()),
                Stream.concat(Stream.of(leaf.name()), leaf.mayKnow().stream()).map(ROOT::concat))
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(ROOT + leaf.name())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .because("the same bill, day and policy give the same fen, always")
        .check(LEAVES);
  }

  @Test
  void leavesNeverAskTheClock() {
    String[] packages = leaves().map(leaf -> ROOT + leaf.name()).toArray(String[]::new);
    noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "a clock answers",
                call -> Set.of("now", "currentTimeMillis", "nanoTime").contains(call.getName())))
        .check(LEAVES);
  }

  @Test
  void aTillWithSignedPacksNeedsNoYaml() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "policy.compiled", ROOT + "policy.signed")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "reading", ROOT + "policy.author", "org.snakeyaml..")
        .check(LEAVES);
  }

  private static final String[] OF_MONEY = {
    ROOT + "money", ROOT + "split", ROOT + "policy.plan", ROOT + "policy.compiled"
  };

  private static final DescribedPredicate<JavaClass> BINARY_FRACTION =
      DescribedPredicate.describe(
          "a binary fraction",
          type ->
              Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                  .contains(type.getBaseComponentType().getName()));

  @Test
  void moneyNeverTouchesABinaryFraction() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(OF_MONEY)
        .should()
        .haveRawType(BINARY_FRACTION)
        .check(LEAVES);
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(OF_MONEY)
        .should(TAKE_OR_GIVE_A_FRACTION)
        .check(LEAVES);
  }

  private static final ArchCondition<JavaMethod> TAKE_OR_GIVE_A_FRACTION =
      ArchCondition.from(
          DescribedPredicate.describe(
              "take or give a binary fraction",
              method ->
                  BINARY_FRACTION.test(method.getRawReturnType())
                      || method.getRawParameterTypes().stream().anyMatch(BINARY_FRACTION)));
}
