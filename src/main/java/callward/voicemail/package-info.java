/**
 * Messages callers leave.
 *
 * <p>A message is known from the call ({@code MessageLeft}) and its sound from the carrier ({@code RecordingKept}), in either order.
 * Whichever comes second announces the message: one mail to each address of its mailbox. When the sound does not come, the message is
 * announced without it after a few minutes, and can be played as soon as it does.
 */
package callward.voicemail;
