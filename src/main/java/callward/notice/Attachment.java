package callward.notice;

/** A file that goes with a mail. @param file below the data folder; @param name as the reader sees it */
public record Attachment(String file, String name, String contentType) { }
