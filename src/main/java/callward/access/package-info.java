/**
 * Who may sign in and do what.
 *
 * <p>Jakarta Security holds who is signed in ({@link callward.access.SignInMechanism} tells it), {@link callward.access.DoorKeeper}
 * decides which page that opens ({@link callward.access.Doors}), room {@code api} does the same for its resources. An account is read
 * anew at each request, so that a lost role is lost at once. Passwords are hashed (PBKDF2), tokens are random and only their hash is kept.
 */
package callward.access;
