package io.caresettle.centre;

import io.caresettle.longtermcare.CareVisit;

/**
 * The centre's word that the long-term-care fund has settled a visit.
 *
 * @param evidence the document itself, for whoever doubts it years later
 */
public record CareReceipt(CareVisit.Settled visit, Evidence evidence) {}
