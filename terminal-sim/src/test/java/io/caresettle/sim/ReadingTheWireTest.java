package io.caresettle.sim;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.wire.SignedDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The simulated centre reads what terminals send as it would have to in the world. Its own rows are
 * read in the same way.
 */
class ReadingTheWireTest {

  private static final JavaClasses SIM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.caresettle.sim");

  @Test
  @DisplayName(
      "bytes of the wire are read in one bounded way, and documents in their canonical bytes")
  void bytesOfTheWireAreReadInOneWay() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.caresettle.protocol..")
        .should()
        .accessTargetWhere(describe("parses bytes of the wire", ReadingTheWireTest::parses))
        .orShould()
        .callMethod(
            Documents.class,
            "verify",
            PartyIdentity.class,
            DocumentContext.class,
            SignedDocument.class)
        .check(SIM);
  }

  private static boolean parses(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    return access.getName().matches("(parse|merge)\\w*From|parser|getParserForType")
        && (owner.isAssignableTo(MessageLite.class)
            || owner.isAssignableTo(MessageLite.Builder.class)
            || owner.isAssignableTo(Parser.class));
  }
}
