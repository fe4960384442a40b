/**
 * What proves the person at the counter (医疗保障凭证): a social-security card that was read and proved
 * genuine, or a code that was read from a screen. A typed number is no credential.
 *
 * <p>Beside it stand the documents that say who somebody is ({@link
 * io.caresettle.credential.IdentityDocument}), compared by kind and number, and names, compared by
 * {@link io.caresettle.credential.PersonName#compare}: it says on which rule of writing two names
 * are one, or that a placeholder makes that impossible to say.
 *
 * <p>Personal data live here in types that never print themselves: {@link
 * io.caresettle.credential.IdentityNumber}, {@link io.caresettle.credential.PersonName}. The one
 * way in is called {@code reveal()}, so that a search finds every use.
 */
@NullMarked
package io.caresettle.credential;

import org.jspecify.annotations.NullMarked;
