package io.caresettle.identity;

import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import java.util.Optional;

/**
 * Who buys medicine for another person (代办人), as the counter recorded it (NT 48, HN 24; R-ID-05).
 *
 * @param name the delegate's name, from the delegate's own document
 * @param document the delegate's own identity document; empty when it was not shown
 * @param principalDocument the patient's identity document; empty when it was not shown
 * @param relation such as 子女
 * @param reason such as 行动不便
 */
public record Delegate(
    PersonName name,
    Optional<IdentityNumber> document,
    Optional<IdentityNumber> principalDocument,
    String relation,
    String reason) {}
