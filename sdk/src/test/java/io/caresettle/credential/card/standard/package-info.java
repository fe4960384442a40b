/** Tests of the standard's texts and codes. */
@NullMarked
package io.caresettle.credential.card.standard;

import org.jspecify.annotations.NullMarked;
