/**
 * Compiled packs with the signature of whoever issues them, and where a till keeps them. It needs
 * no YAML.
 *
 * <p>A file is {@code CSSG}, a version byte, 64 bytes of SM2 signature, a statement, and the
 * {@linkplain io.caresettle.policy.compiled.CompiledPack#bytes canonical bytes} of the pack. The
 * statement is a text of six lines, which is what is signed: the SM3 digest of the bytes, area,
 * topic, version, and the first and last day. So the signature is checked before a byte of the pack
 * is read, and a till can tell which version it is offered.
 *
 * <p>{@link io.caresettle.policy.signed.InstalledPacks} takes only a version above every one it has
 * seen, so that nobody can bring back last year's rates; it keeps the pack before, and can go back
 * to it when the new one turns out wrong. The one withdrawn stays known: its correction is the next
 * version, never the same again.
 *
 * <p>{@link io.caresettle.policy.signed.PackProfile#PRODUCTION} refuses figures that bind nobody.
 */
@NullMarked
package io.caresettle.policy.signed;

import org.jspecify.annotations.NullMarked;
