package io.caresettle.protocol.session;

import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.envelope.ByteReader;
import io.caresettle.protocol.envelope.ByteWriter;
import io.caresettle.protocol.envelope.EnvelopeHeader;
import io.caresettle.protocol.envelope.Names;
import io.caresettle.protocol.keys.PartyIdentity;

/**
 * Who wants to talk: what a hello says of the terminal, whose bytes are what the exchange binds.
 */
record Greeting(String terminalId, String keyId, String institutionCode) {

  private static final int TERMINAL = 1;
  private static final int CENTRE = 2;

  byte[] identity() {
    return identity(TERMINAL, terminalId, keyId).name(institutionCode).toBytes();
  }

  /**
   * The other side's identity. It is not sent: the terminal binds whom it means, the centre who it
   * is.
   */
  static byte[] identityOf(PartyIdentity centre) {
    return identity(CENTRE, centre.partyId(), centre.keyId()).toBytes();
  }

  static Greeting read(ByteReader reader) {
    boolean understood =
        reader.u8() == EnvelopeHeader.VERSION
            && reader.u8() == EnvelopeHeader.SUITE
            && reader.u8() == TERMINAL;
    if (!understood) {
      throw NotAuthentic.peer();
    }
    return new Greeting(
        reader.name(1, Names.MAX_PARTY_ID),
        reader.name(1, Names.MAX_PARTY_ID),
        reader.name(1, Names.MAX_INSTITUTION));
  }

  private static ByteWriter identity(int role, String partyId, String keyId) {
    return new ByteWriter()
        .u8(EnvelopeHeader.VERSION)
        .u8(EnvelopeHeader.SUITE)
        .u8(role)
        .name(partyId)
        .name(keyId);
  }
}
