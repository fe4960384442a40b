package io.caresettle.sim.centre;

import io.caresettle.protocol.Payload;
import io.caresettle.protocol.wire.MessageType;

/** What the desk says to one message. */
public record DeskAnswer(MessageType type, Payload payload) {}
