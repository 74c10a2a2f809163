package callward.recording;

/** @param file below the data folder */
record KeptSound(String file, String contentType, long bytes, int seconds) { }
