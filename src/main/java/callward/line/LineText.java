package callward.line;

/**
 * What somebody says of a line.
 *
 * @param number   with + and the country code, or as the company's country writes it; cannot be changed later
 * @param name     at most 64 characters: callers hear it, the carrier shows it
 * @param script   id of a published script
 * @param fallback where a caller is sent when everything else fails: a number, {@code sip:…} or {@code client:…}; null for nowhere
 * @param forward  the line's own address to forward to, which scripts call {@code {{line.forward}}}; null for none
 * @param language of spoken texts, {@code en-US}; null for the company's
 * @param voice    the carrier's name of a voice, {@code Polly.Joanna}; null for its usual one
 * @param callLimitSeconds how long a caller may be in a call without a talk or a message, 60 to 14400; null: as the company's setting says
 */
public record LineText(String number, String name, Long script, String fallback, String forward, String language, String voice,
                       Integer callLimitSeconds) { }
