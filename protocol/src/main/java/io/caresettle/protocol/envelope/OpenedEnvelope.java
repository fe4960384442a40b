package io.caresettle.protocol.envelope;

import io.caresettle.protocol.Payload;

/** A message whose tag was right: its header and what was inside. */
public record OpenedEnvelope(EnvelopeHeader header, Payload payload) {}
