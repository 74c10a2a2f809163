package callward.greeting;

/**
 * Changes the number of samples a second. What is above half the new rate is taken out first (a windowed sinc): the JDK's own
 * converter folds it down into a hiss.
 */
final class Resampler {

    private static final int LOBES = 12;

    private Resampler() { }

    static short[] resample(double[] samples, double from, double to) {
        double step = from / to;
        double cutoff = Math.min(1, to / from);
        int reach = (int) Math.ceil(LOBES / cutoff);
        short[] out = new short[(int) (samples.length / step)];
        for (int i = 0; i < out.length; i++) {
            out[i] = from == to ? rounded(samples[i]) : rounded(around(samples, i * step, cutoff, reach));
        }
        return out;
    }

    private static double around(double[] samples, double centre, double cutoff, int reach) {
        double sum = 0;
        double weights = 0;
        int last = Math.min(samples.length - 1, (int) centre + reach);
        for (int i = Math.max(0, (int) centre - reach); i <= last; i++) {
            double weight = weight(i - centre, cutoff, reach);
            sum += samples[i] * weight;
            weights += weight;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private static double weight(double distance, double cutoff, int reach) {
        double x = Math.PI * distance * cutoff;
        double sinc = x == 0 ? 1 : Math.sin(x) / x;
        double hann = Math.abs(distance) >= reach ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * distance / reach);
        return sinc * hann;
    }

    private static short rounded(double sample) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample * 32_768)));
    }
}
