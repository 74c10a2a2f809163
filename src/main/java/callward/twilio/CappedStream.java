package callward.twilio;

import callward.carrier.CarrierRefused;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Sound of at most 50 MB, which is an hour of a call and more; whoever sends us more than that shall not fill the disk. */
final class CappedStream extends FilterInputStream {

    static final long MOST = 50L * 1024 * 1024;

    private long read;

    CappedStream(InputStream sound) {
        super(sound);
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int got = super.read(bytes, from, length);
        count(got);
        return got;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long more) {
        read += Math.max(0, more);
        if (read > MOST) {
            throw new CarrierRefused(0, "the recording is longer than " + MOST / 1024 / 1024 + " MB: it is not kept");
        }
    }
}
