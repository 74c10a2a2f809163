package callward.greeting;

/**
 * Changes the number of samples a second. What is above half the new rate is taken out first (a windowed sinc): the JDK's own
 * converter folds it down into a hiss.
 */
final class Resampler {

    private static final int LOBES = 12;
    /** Points of the window to each sample; between them it is taken for straight, which errs by less than 16 bits can tell. */
    private static final int FINE = 256;

    private final float[] samples;
    private final int reach;
    /** By how far the nearest sample is away, in parts of {@link #FINE}: the weights of it and of those behind it. */
    private final float[][] window;
    private double sum;
    private double weights;

    private Resampler(float[] samples, double cutoff) {
        this.samples = samples;
        this.reach = (int) Math.ceil(LOBES / cutoff);
        this.window = window(cutoff, reach);
    }

    static short[] resample(float[] samples, double from, double to) {
        double step = from / to;
        Resampler resampler = new Resampler(samples, Math.min(1, to / from));
        short[] out = new short[(int) (samples.length / step)];
        for (int i = 0; i < out.length; i++) {
            out[i] = rounded(from == to ? samples[i] : resampler.around(i * step));
        }
        return out;
    }

    private double around(double centre) {
        sum = 0;
        weights = 0;
        int before = (int) centre;
        side(before, -1, centre - before);
        side(before + 1, 1, before + 1 - centre);
        return weights == 0 ? 0 : sum / weights;
    }

    /** This loop is what an upload takes its time for: one sample to the next, one weight to the next, and nothing else. */
    private void side(int nearest, int by, double distance) {
        int parts = (int) (distance * FINE);
        float rest = (float) (distance * FINE - parts);
        float[] less = window[parts];
        float[] more = window[parts + 1];
        int last = Math.min(reach, by > 0 ? samples.length - nearest : nearest + 1);
        double heard = 0;
        double weighed = 0;
        for (int i = 0, at = nearest; i < last; i++, at += by) {
            double weight = less[i] + rest * (more[i] - less[i]);
            heard += samples[at] * weight;
            weighed += weight;
        }
        sum += heard;
        weights += weighed;
    }

    /** Once for all samples: sines for each of them would take seconds. */
    private static float[][] window(double cutoff, int reach) {
        float[][] window = new float[FINE + 2][reach];
        for (int parts = 0; parts < window.length; parts++) {
            for (int i = 0; i < reach; i++) {
                window[parts][i] = (float) weight(i + (double) parts / FINE, cutoff, reach);
            }
        }
        return window;
    }

    private static double weight(double distance, double cutoff, int reach) {
        double x = Math.PI * distance * cutoff;
        double sinc = x == 0 ? 1 : Math.sin(x) / x;
        double hann = distance >= reach ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * distance / reach);
        return sinc * hann;
    }

    private static short rounded(double sample) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample * 32_768)));
    }
}
