package callward.access;

import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;

/** Somebody whose password was right a moment ago: the container is told without hashing it a second time. */
record Proven(CredentialValidationResult result) implements Credential { }
