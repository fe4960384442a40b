package io.caresettle.centre;

import io.caresettle.credential.Credential;
import java.util.Optional;

/**
 * Whose credential is this?
 *
 * @param proofId of what the centre itself found of the credential at this visit: the binding of a
 *     national code, or its verdict on a card; empty where the terminal proved it
 */
public record LookUpRequest(
    Credential credential, Optional<String> proofId, String visitNumber, String operator) {}
