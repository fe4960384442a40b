package io.caresettle.journal;

/**
 * Where a journal's audit chain stands: whoever signs it vouches that all under it was there.
 *
 * @param epoch the life of the journal that the position counts in
 * @param position how many links the life has, the last of which bears the digest
 * @param digest SM3 in lower-case hex
 */
public record AuditHead(String epoch, long position, String digest) {}
