/**
 * What callers hear: words that the carrier speaks, or sound files.
 *
 * <p>Sound is judged by its content, never by its name or by what a browser says of it, and only sound is kept: frames of an MP3,
 * samples of a WAV. It is served under an unguessable address that never changes its content, so that a carrier may keep it for ever.
 */
package callward.greeting;
