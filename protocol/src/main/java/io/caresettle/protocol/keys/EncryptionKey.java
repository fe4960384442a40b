package io.caresettle.protocol.keys;

import io.caresettle.protocol.sm.Sm2PublicKey;

/** The public half of an encryption pair: it takes part in key exchanges and verifies nothing. */
public record EncryptionKey(Sm2PublicKey key) {}
