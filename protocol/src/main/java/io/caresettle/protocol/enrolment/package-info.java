/** How a terminal gets its first certificates, and the next ones. */
@NullMarked
package io.caresettle.protocol.enrolment;

import org.jspecify.annotations.NullMarked;
