package callward.helpdesk;

import java.io.Serializable;

/**
 * Why a sheet cannot be taken in.
 *
 * @param line  as a spreadsheet counts them, 0 for the sheet as a whole
 * @param key   of the sentence in the message bundle
 * @param value what was found there
 */
public record LineProblem(long line, String key, String value) implements Serializable { }
