/**
 * Twilio's words on both sides: its webhooks come in here, our requests to its REST API go out from here.
 *
 * <p>A webhook is signed over the address that Twilio called and the fields that it sent, so a filter reads the raw request before
 * anybody else does. The doors themselves are thin: form → event → verbs → TwiML. Whatever goes wrong behind a door that a caller waits
 * at, he hears an apology and is sent to his line's fallback destination; a door for mere news answers 503 instead, and is asked again.
 */
package callward.twilio;
