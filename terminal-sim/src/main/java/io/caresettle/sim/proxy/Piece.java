package io.caresettle.sim.proxy;

import io.netty.buffer.ByteBuf;

/**
 * What passes as one.
 *
 * @param name the moment at which it passes
 * @param prefix how many of its bytes tell its length, and must stay as they are to be a frame
 */
record Piece(String name, ByteBuf bytes, int prefix) {}
