/** x */
@NullMarked
package io.caresettle.gateway;

import org.jspecify.annotations.NullMarked;
