package io.caresettle.protocol.envelope;

/** What all messages of one direction of a session have in common. */
public record Channel(Direction direction, long sessionId, String institutionCode) {

  public Channel {
    Names.require("institution code", institutionCode, 1, Names.MAX_INSTITUTION);
  }

  boolean carries(EnvelopeHeader header) {
    return header.sessionId() == sessionId && header.institutionCode().equals(institutionCode);
  }
}
