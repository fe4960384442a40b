@NullMarked
package io.caresettle.credential.card.pcsc;

import org.jspecify.annotations.NullMarked;
