package io.caresettle.protocol.link;

import io.caresettle.protocol.Payload;
import io.caresettle.protocol.session.PeerInfo;
import io.caresettle.protocol.wire.MessageType;

/**
 * What a centre does with an authentic request.
 *
 * <p>Requests of all lines are handled one after the other, on one thread that serves no line.
 * Whoever throws closes the line without an answer.
 */
@FunctionalInterface
public interface RequestHandler {

  ServerAnswer handle(PeerInfo terminal, MessageType type, String messageId, Payload request);
}
