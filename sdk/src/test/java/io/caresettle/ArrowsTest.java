package io.caresettle;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
 * The arrows of the house: who may see whom inside the sdk, and who alone may see an outside
 * library.
 */
class ArrowsTest {

  /** Without the protocol, which is a module of its own and sees nothing of this one. */
  private static final JavaClasses SDK =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/io/caresettle/protocol/"))
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
  @DisplayName(
      "only the sealed centre knows our wire's messages; evidence and the tool know signed ones")
  void onlyTheSealedCentreKnowsTheWire() {
    String sealed = "io.caresettle.centre.sealed..";
    String evidence = "io.caresettle.evidence..";
    String tool = "io.caresettle.tool..";
    onlyIn("io.caresettle.protocol.wire..", sealed, evidence, tool);
    onlyIn("io.caresettle.protocol.link..", sealed);
    onlyIn("io.caresettle.protocol.document..", sealed, evidence, tool);
    onlyIn("com.google.protobuf..", sealed, evidence, tool);
  }

  /** No exception: the documents that the journal keeps are read in the same way. */
  @Test
  @DisplayName(
      "bytes of the wire are read in one bounded way, and documents in their canonical bytes")
  void bytesOfTheWireAreReadInOneWay() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.caresettle.protocol..")
        .should()
        .accessTargetWhere(describe("parses bytes of the wire", ArrowsTest::parses))
        .orShould()
        .callMethod(
            Documents.class,
            "verify",
            PartyIdentity.class,
            DocumentContext.class,
            SignedDocument.class)
        .check(SDK);
  }

  private static boolean parses(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    return access.getName().matches("(parse|merge)\\w*From|parser|getParserForType")
        && (owner.isAssignableTo(MessageLite.class)
            || owner.isAssignableTo(MessageLite.Builder.class)
            || owner.isAssignableTo(Parser.class));
  }

  @Test
  @DisplayName("the tool is seen by nobody, and talks to no centre but a national one")
  void nobodySeesTheTool() {
    onlyIn("io.caresettle.tool..", "io.caresettle.tool..");
    onlyIn("picocli..", "io.caresettle.console..", "io.caresettle.tool..");
    onlyIn("io.caresettle.console..", "io.caresettle.console..", "io.caresettle.tool..");
    never(
        "io.caresettle.tool..",
        "io.caresettle.protocol.link..",
        "io.caresettle.protocol.session..",
        "io.caresettle.centre.sealed..");
  }

  @Test
  @DisplayName(
      "only the national line sends HTTP, and the tool to its gateway; the national centre knows no"
          + " other centre")
  void onlyTheNationalLineSendsHttp() {
    onlyIn("java.net.http..", "io.caresettle.centre.national.exchange..", "io.caresettle.tool..");
    never(
        "io.caresettle.centre.national..",
        "io.caresettle.centre.sealed..",
        "io.caresettle.settlement..",
        "io.caresettle.journal..");
  }

  @Test
  @DisplayName("the gateway sees the facade, and nobody sees the gateway but the tool")
  void onlyTheToolSeesTheGateway() {
    onlyIn("io.caresettle.gateway..", "io.caresettle.gateway..", "io.caresettle.tool..");
    never(
        "io.caresettle.gateway..",
        "io.caresettle.tool..",
        "io.caresettle.centre.*..",
        "io.caresettle.journal..",
        "io.caresettle.protocol.link..",
        "io.caresettle.protocol.wire..");
    onlyIn(
        "com.fasterxml.jackson..",
        "io.caresettle.gateway..",
        "io.caresettle.centre.national.message..");
    onlyIn("com.sun.net.httpserver..", "io.caresettle.gateway..");
  }

  @Test
  @DisplayName("pictures, YAML and SQL each have one room")
  void eachLibraryHasOneRoom() {
    onlyIn("com.google.zxing..", "io.caresettle.credential.code..");
    onlyIn("org.snakeyaml..", "io.caresettle.reading..");
    onlyIn("java.sql..", "io.caresettle.journal..");
    onlyIn("org.sqlite..", "io.caresettle.journal..");
    onlyIn("javax.smartcardio..", "io.caresettle.credential.card.pcsc..");
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

  private static void onlyIn(String library, String... rooms) {
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .and()
        .resideOutsideOfPackage("io.caresettle.protocol..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(SDK);
  }
}
