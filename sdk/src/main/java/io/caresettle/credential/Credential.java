package io.caresettle.credential;

/**
 * What proves who is at the counter (医疗保障凭证).
 *
 * <p>Only the readers in {@code credential.card} and {@code credential.code} make one, after the
 * card or the code has been proved genuine as far as a terminal can. Whether it is still valid and
 * whose it is only the centre knows.
 */
public sealed interface Credential permits SocialSecurityCard, InsuranceCode {}
