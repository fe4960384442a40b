package io.caresettle.protocol.session;

import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.envelope.ByteReader;
import io.caresettle.protocol.envelope.ByteWriter;
import io.caresettle.protocol.envelope.EnvelopeHeader;
import io.caresettle.protocol.envelope.Names;

/**
 * Who wants to talk to whom: the identities of a hello, whose bytes are what the exchange binds.
 */
record Greeting(
    String terminalId,
    String terminalKeyId,
    String institutionCode,
    String centreId,
    String centreKeyId) {

  private static final int TERMINAL = 1;
  private static final int CENTRE = 2;

  byte[] identityOfTerminal() {
    return identity(TERMINAL, terminalId, terminalKeyId).name(institutionCode).toBytes();
  }

  byte[] identityOfCentre() {
    return identity(CENTRE, centreId, centreKeyId).toBytes();
  }

  static Greeting read(ByteReader reader) {
    expect(reader, TERMINAL);
    String terminalId = reader.name(1, Names.MAX_PARTY_ID);
    String terminalKeyId = reader.name(1, Names.MAX_PARTY_ID);
    String institutionCode = reader.name(1, Names.MAX_INSTITUTION);
    expect(reader, CENTRE);
    return new Greeting(
        terminalId,
        terminalKeyId,
        institutionCode,
        reader.name(1, Names.MAX_PARTY_ID),
        reader.name(1, Names.MAX_PARTY_ID));
  }

  private static ByteWriter identity(int role, String partyId, String keyId) {
    return new ByteWriter()
        .u8(EnvelopeHeader.VERSION)
        .u8(EnvelopeHeader.SUITE)
        .u8(role)
        .name(partyId)
        .name(keyId);
  }

  private static void expect(ByteReader reader, int role) {
    if (reader.u8() != EnvelopeHeader.VERSION
        || reader.u8() != EnvelopeHeader.SUITE
        || reader.u8() != role) {
      throw NotAuthentic.peer();
    }
  }
}
