/**
 * Signing in at the company's own provider by OpenID Connect: the authorization code flow with PKCE, by configuration alone. Delete this room,
 * and everybody signs in with a password.
 */
package callward.openid;
