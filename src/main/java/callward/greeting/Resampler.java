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
    private final float[] window;

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
        double sum = 0;
        double weights = 0;
        int last = Math.min(samples.length - 1, (int) centre + reach);
        for (int i = Math.max(0, (int) centre - reach + 1); i <= last; i++) {
            double point = Math.abs(i - centre) * FINE;
            int before = (int) point;
            double weight = window[before] + (point - before) * (window[before + 1] - window[before]);
            sum += samples[i] * weight;
            weights += weight;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    /** Once for all samples: sines for each of them would take seconds. */
    private static float[] window(double cutoff, int reach) {
        float[] window = new float[reach * FINE + 2];
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) weight((double) i / FINE, cutoff, reach);
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
