package callward.carrier;

import java.io.InputStream;
import java.io.IOException;

/** Recorded sound at the carrier. Errors as {@link Carrier}; sound that is not there yet is {@link CarrierUnreachable}. */
public interface Tapes {

    /** Hands the sound (WAV) to the reader and closes it. @param account SID of the account that it belongs to, null for today's */
    void fetch(String account, String recordingUrl, Reader reader);

    void delete(String account, String recording);

    /** Takes the sound in. */
    interface Reader {
        void read(InputStream sound, String contentType) throws IOException;
    }
}
