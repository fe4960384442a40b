/** What the card reader promises, shown with recorded cards. */
@NullMarked
package io.caresettle.credential.card;

import org.jspecify.annotations.NullMarked;
