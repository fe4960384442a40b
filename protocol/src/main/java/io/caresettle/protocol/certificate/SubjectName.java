package io.caresettle.protocol.certificate;

import io.caresettle.protocol.KeyRejected;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** A {@link Subject} as the distinguished name that stands in a certificate, and back. */
final class SubjectName {

  private SubjectName() {}

  static X500Name write(Subject subject) {
    List<RDN> parts = new ArrayList<>();
    if (!subject.institutionCode().isEmpty()) {
      parts.add(part(BCStyle.O, subject.institutionCode()));
    }
    parts.add(part(BCStyle.OU, subject.role().name()));
    parts.add(part(BCStyle.CN, subject.partyId()));
    return new X500Name(parts.toArray(new RDN[0]));
  }

  /** Reads what {@link #write} wrote, and nothing else: one name has one way to be written. */
  static Subject read(X500Name name) {
    RDN[] parts = name.getRDNs();
    if (parts.length < 2 || parts.length > 3) {
      throw new KeyRejected("A name has O, OU and CN, or OU and CN");
    }
    int last = parts.length - 1;
    Subject subject =
        new Subject(
            value(parts[last], BCStyle.CN),
            Role.valueOf(value(parts[last - 1], BCStyle.OU)),
            last == 1 ? "" : value(parts[0], BCStyle.O));
    if (!write(subject).toASN1Primitive().equals(name.toASN1Primitive())) {
      throw new KeyRejected("A name is not written as this version writes it");
    }
    return subject;
  }

  private static RDN part(ASN1ObjectIdentifier type, String value) {
    return new RDN(type, new DERUTF8String(value));
  }

  private static String value(RDN part, ASN1ObjectIdentifier type) {
    ASN1Encodable value = part.getFirst().getValue();
    if (part.isMultiValued()
        || !part.getFirst().getType().equals(type)
        || !(value instanceof ASN1UTF8String text)) {
      throw new KeyRejected("A name has O, OU and CN, or OU and CN, each a UTF8String");
    }
    return text.getString();
  }
}
