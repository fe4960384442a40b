/** Where a party's private keys rest, and how they come into a process. */
@NullMarked
package io.caresettle.protocol.keystore;

import org.jspecify.annotations.NullMarked;
