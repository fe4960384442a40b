/** How a build knows that every rule of the law is missed when it is left out; for tests alone. */
@NullMarked
package io.caresettle.rules;

import org.jspecify.annotations.NullMarked;
