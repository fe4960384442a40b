package io.caresettle.protocol.certificate;

/** What a certificate's owner is on the wire. It stands in the certificate, and nobody has two. */
public enum Role {
  /** 医保中心: answers terminals. */
  CENTRE,
  /** 定点医药机构: a hospital or pharmacy itself, such as the owner of its recovery key. */
  INSTITUTION,
  /** A till or a counter of an institution. */
  TERMINAL,
  /** 经办人: a person at a counter. */
  OPERATOR,
  /** Issues certificates, and says which of them are revoked. */
  AUTHORITY;

  /** Whether a party of this role acts within an institution, whose code it then carries. */
  public boolean belongsToAnInstitution() {
    return this == INSTITUTION || this == TERMINAL || this == OPERATOR;
  }
}
