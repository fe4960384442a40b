package io.caresettle.sdk;

import io.caresettle.centre.CertificateBook;
import io.caresettle.centre.Opaque;
import io.caresettle.journal.Journal;
import java.util.List;

/** The journal as the place where certificates rest, beside the documents. */
record JournalCertificates(Journal journal) implements CertificateBook {

  @Override
  public void keep(String keyId, Opaque certificates) {
    journal.keepCertificates(keyId, certificates.bytes());
  }

  @Override
  public List<Opaque> find(String keyId) {
    return journal.certificates(keyId).stream().map(Opaque::copyOf).toList();
  }
}
