/**
 * The envelope of the mobile-payment centre, which the prescription centre shares: the data signed
 * with SM2, then enciphered with SM4.
 *
 * <p>{@link io.caresettle.centre.national.mobile.MobileEnvelope} seals and opens. The rules are
 * those with which messages that we did not make verify: empty values dropped at every depth, keys
 * sorted by code unit, every number signed as text; the signature is r and s, 64 bytes, and the SM4
 * key is text that is derived from the application's secret. What is received is deciphered, read,
 * and brought into that form again: it need not have come in it. Only then is its signature
 * verified, and only then is it given out.
 *
 * <p>Two things differ by centre and are settings: whose id is signed with, and whether numbers are
 * signed as text or bare.
 */
@NullMarked
package io.caresettle.centre.national.mobile;

import org.jspecify.annotations.NullMarked;
