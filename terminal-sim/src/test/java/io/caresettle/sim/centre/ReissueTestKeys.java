package io.caresettle.sim.centre;

import io.caresettle.protocol.certificate.CertificateAuthority;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.PartyCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the simulator's certificates again, for the keys that lie beside them: for when what a
 * certificate says has changed. Its argument is the folder of the test keys.
 */
final class ReissueTestKeys {

  private ReissueTestKeys() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    CertificateAuthority authority = TestKeys.authority();
    List<String> names = new ArrayList<>(TestKeys.institutions());
    names.add("centre");
    for (String name : names) {
      Path file = folder.resolve(name + ".pem");
      PartyCertificate before = PartyCertificate.parseAllPem(Files.readString(file)).get(0);
      CertificatePair pair =
          authority.issue(
              before.subject(),
              TestKeys.keys(name).identity(),
              before.validity(),
              new SecureRandom());
      Files.writeString(file, pair.pem());
    }
  }
}
