package io.caresettle.protocol;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.caresettle.protocol.envelope.EnvelopeOpener;
import io.caresettle.protocol.keys.EncryptionKey;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.sm.InsecureSecretAccess;
import io.caresettle.protocol.sm.Sm4Box;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The house rules of the wire")
class HouseRulesTests {

  private static final JavaClasses PROTOCOL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.caresettle.protocol");

  @Test
  void onlyAlgorithmsCertificatesAndKeyStoresKnowBouncyCastle() {
    check(
        noClasses()
            .that(
                not(
                    resideInAnyPackage(
                        "io.caresettle.protocol.sm",
                        "io.caresettle.protocol.certificate",
                        "io.caresettle.protocol.keystore")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle.."));
  }

  @Test
  void certificatesKnowOnlyTheFormsOfCertificates() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.caresettle.protocol.certificate")
            .should()
            .dependOnClassesThat(
                resideInAPackage("org.bouncycastle..")
                    .and(
                        not(
                            resideInAnyPackage(
                                "org.bouncycastle.asn1..",
                                "org.bouncycastle.cert",
                                "org.bouncycastle.operator",
                                "org.bouncycastle.pkcs")))));
  }

  @Test
  void onlyTheLinkKnowsTheNetwork() {
    check(
        noClasses()
            .that(not(resideInAPackage("io.caresettle.protocol.link")))
            .and(
                // The system's file locks are there: two programs must not write one key store.
                not(simpleName("OwnerOnly")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "java.net..", "java.nio.channels.."));
  }

  @Test
  void nobodyAsksAProviderForAnAlgorithm() {
    check(
        noClasses()
            // A token is reached through the JDK's bridge, which is a provider; it seals a
            // password.
            .that(not(simpleName("TokenPassword")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.crypto..", "org.bouncycastle.jce.."));
  }

  @Test
  void nothingLogs() {
    check(
        noClasses()
            .that(not(resideInAPackage("io.caresettle.protocol.wire")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..", "io.netty.util.internal.."));
  }

  @Test
  void eachLayerStandsOnTheOnesBelow() {
    check(
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("link")
            .definedBy("io.caresettle.protocol.link")
            .layer("session")
            .definedBy("io.caresettle.protocol.session")
            .layer("document")
            .definedBy("io.caresettle.protocol.document")
            .layer("message")
            .definedBy("io.caresettle.protocol.message")
            .layer("envelope")
            .definedBy("io.caresettle.protocol.envelope")
            .layer("enrolment")
            .definedBy("io.caresettle.protocol.enrolment")
            .layer("keystore")
            .definedBy("io.caresettle.protocol.keystore")
            .layer("certificate")
            .definedBy("io.caresettle.protocol.certificate")
            .layer("keys")
            .definedBy("io.caresettle.protocol.keys")
            .layer("sm")
            .definedBy("io.caresettle.protocol.sm")
            .whereLayer("link")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("document")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("message")
            .mayOnlyBeAccessedByLayers("document")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("link")
            .whereLayer("envelope")
            .mayOnlyBeAccessedByLayers("enrolment", "session", "link")
            .whereLayer("enrolment")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("keystore")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("certificate")
            .mayOnlyBeAccessedByLayers("document", "enrolment", "keystore", "session", "link")
            .whereLayer("keys")
            .mayOnlyBeAccessedByLayers(
                "certificate", "document", "enrolment", "keystore", "session", "link")
            .whereLayer("sm")
            .mayOnlyBeAccessedByLayers(
                "keys", "keystore", "certificate", "enrolment", "envelope", "session"));
  }

  /**
   * Who reads a secret in clear. Whoever adds a name here says why that class cannot do without.
   */
  @Test
  void secretsAreReadInClearByThese() {
    check(
        noClasses()
            .that(
                not(
                    belongToAnyOf(
                        EncryptionKey.class, // wraps one key with another
                        PartyKeys.class, // writes a key file and reads it back
                        Sm4Box.class))) // hands its key to the cipher
            .and(not(simpleName("Sm4Sequence"))) // the same, for sealer and opener
            .and(not(simpleName("Sm4Codebook"))) // the same, for the mobile-payment centre
            .and(not(simpleName("Pkcs12"))) // encrypts keys into a file
            .and(not(simpleName("Pkcs12Vault"))) // takes keys there, and a password to the cipher
            .and(not(simpleName("TokenPassword"))) // takes a PIN to the token
            .should()
            .callMethod(InsecureSecretAccess.class, "get"));
  }

  @Test
  void onlyWhoOpensEnvelopesHandsOverBytesWithoutACopy() {
    check(
        noClasses()
            .that(not(belongToAnyOf(EnvelopeOpener.class)))
            .should()
            .callMethod(Payload.class, "of", byte[].class));
  }

  private static void check(ArchRule rule) {
    rule.check(PROTOCOL);
  }
}
