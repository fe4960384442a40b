/**
 * How a key comes to be known as somebody's: X.509 certificates, their chains and their revocation.
 */
@NullMarked
package io.caresettle.protocol.certificate;

import org.jspecify.annotations.NullMarked;
