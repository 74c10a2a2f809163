package callward.greeting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sound.sampled.AudioFormat;

/** Files that somebody with bad intentions would upload as a greeting: the same ones for the same seed. */
public final class HostileUploads {

    /** Markup that speaks up when a browser takes it for its own. */
    public static final String MARKUP = "<script>alert('escaped')</script><img src=x onerror=alert('escaped')><svg onload=alert('escaped')>";

    private static final int LARGEST = 4_900_000;
    private static final String[] NAMES = {"../../../../etc/passwd", "..\\..\\windows\\win.ini", "a.mp3\0.html", "\"><img src=x onerror=alert('escaped')>.mp3",
        "x.mp3\r\nContent-Type: text/html", "file:///etc/passwd", "%2e%2e%2fx.mp3", "'; drop table greeting; --.wav", "x".repeat(250) + ".mp3", ".htaccess",
        "<svg onload=alert('escaped')>.svg", "\u202e3pm.exe"};

    private final Random chance;
    private final byte[] mu = oneByteASample(AudioFormat.Encoding.ULAW);
    private final byte[] a = oneByteASample(AudioFormat.Encoding.ALAW);
    private final byte[] gzipBomb = gzipBomb();
    private final byte[] zipBomb = zipBomb();

    /** @param name what the file calls itself */
    public record Upload(String kind, String name, byte[] content) { }

    private record Kind(String name, Function<HostileUploads, byte[]> made) { }

    private static final List<Kind> KINDS = List.of(
            new Kind("markup in an ID3 title", it -> Sounds.joined(Sounds.id3(MARKUP), it.mp3())),
            new Kind("markup in an ID3v1 tag", it -> Sounds.joined(it.mp3(), Arrays.copyOf(ascii("TAG" + MARKUP), 128))),
            new Kind("a page between the frames", it -> Sounds.joined(it.mp3(), page(), it.mp3())),
            new Kind("a page with frames behind", it -> Sounds.joined(page(), it.mp3())),
            new Kind("frames with a jar behind", it -> Sounds.joined(it.mp3(), it.zipBomb)),
            new Kind("a picture with frames behind", it -> Sounds.joined(ascii("GIF89a"), it.random(30), it.mp3())),
            new Kind("a PDF with frames behind", it -> Sounds.joined(ascii("%PDF-1.7\n1 0 obj <</JS (app.alert('escaped'))>>\n"), it.mp3())),
            new Kind("a drawing", it -> ascii("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert('escaped')\">" + MARKUP + "</svg>")),
            new Kind("a page", it -> page()),
            new Kind("entities of entities", it -> ascii("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><l>&b;</l>")),
            new Kind("a gzip bomb", it -> it.gzipBomb),
            new Kind("a zip bomb", it -> it.zipBomb),
            new Kind("an ID3 tag around a bomb", it -> Sounds.joined(Sounds.id3("x"), it.gzipBomb, it.mp3())),
            new Kind("a small file that lasts long", it -> Sounds.longestMp3(1_000_000 + it.chance.nextInt(LARGEST - 1_000_000))),
            new Kind("a header that promises a day", it -> it.xing()),
            new Kind("a tag that lies about its length", it -> it.lyingTag()),
            new Kind("a thousand tags", it -> it.manyTags()),
            new Kind("a WAV that lies about its data", it -> it.lying(40)),
            new Kind("a WAV that lies about its length", it -> it.lying(4)),
            new Kind("a WAV of an absurd format", it -> it.absurd()),
            new Kind("a WAV with huge headers", it -> it.hugeHeader()),
            new Kind("a WAV of a hundred thousand chunks", it -> it.manyChunks()),
            new Kind("a long WAV of one byte a sample", it -> it.widest()),
            new Kind("something cut off", it -> it.cut()),
            new Kind("noise", it -> it.random(1 + it.chance.nextInt(400_000))),
            new Kind("noise with a good beginning", it -> it.disguised()),
            new Kind("near misses", it -> it.nearMisses()),
            new Kind("a program", it -> Sounds.joined(it.oneOf("\u007fELF\u0002\u0001\u0001", "MZ\u0090", "\u00ca\u00fe\u00ba\u00be", "#!/bin/sh\nrm -rf /\n"), it.random(3_000))),
            new Kind("a sound that telephones do not play", it -> Sounds.joined(it.oneOf("OggS\0\u0002", "fLaC", "\u001aE\u00df\u00a3", "\0\0\0 ftypM4A ", "#!AMR\n",
                    "FORM\0\0\0\u0010AIFF", ".snd\0\0\0\u0018"), it.random(5_000))));

    public HostileUploads(long seed) {
        chance = new Random(seed);
    }

    /** Of each kind as many as of any other, or one more; made as they are asked for. */
    public Stream<Upload> some(int number) {
        return IntStream.range(0, number).mapToObj(i -> KINDS.get(i % KINDS.size()))
                .map(kind -> new Upload(kind.name, NAMES[chance.nextInt(NAMES.length)], kind.made.apply(this)));
    }

    private byte[] mp3() {
        return Sounds.mp3(20 + chance.nextInt(100));
    }

    private byte[] wav() {
        return Sounds.wav(0.3 + chance.nextDouble(), 8_000 + chance.nextInt(40_000), 1 + chance.nextInt(2), 400);
    }

    private static byte[] page() {
        return ascii("<!DOCTYPE html><html><body>" + MARKUP + "</body></html>");
    }

    /** As encoders write it in the first frame: so many frames and bytes. */
    private byte[] xing() {
        byte[] file = mp3();
        ByteBuffer.wrap(file, 36, 16).put(ascii("Xing")).putInt(3).putInt(3_300_000 + chance.nextInt(1_000_000)).putInt(Integer.MAX_VALUE);
        return file;
    }

    private byte[] lyingTag() {
        byte[] file = Sounds.joined(Sounds.id3(MARKUP), mp3());
        for (int i = 6; i < 10; i++) {
            file[i] = (byte) chance.nextInt(256);
        }
        return file;
    }

    private byte[] manyTags() {
        byte[][] parts = new byte[1_001][];
        Arrays.fill(parts, Sounds.id3(MARKUP));
        parts[1_000] = mp3();
        return Sounds.joined(parts);
    }

    private byte[] lying(int at) {
        int[] lies = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, chance.nextInt()};
        byte[] file = wav();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(at, lies[chance.nextInt(lies.length)]);
        return file;
    }

    private byte[] absurd() {
        int[] codecs = {0, 1, 3, 0x55, 0x11, 0x674f, 0xfffe, chance.nextInt(65_536)};
        int[] numbers = {0, 1, -1, 7, 65_535, Integer.MAX_VALUE, chance.nextInt()};
        byte[] file = wav();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putShort(20, (short) codecs[chance.nextInt(codecs.length)])
                .putShort(22, (short) numbers[chance.nextInt(numbers.length)]).putInt(24, numbers[chance.nextInt(numbers.length)])
                .putShort(32, (short) numbers[chance.nextInt(numbers.length)]).putShort(34, (short) numbers[chance.nextInt(numbers.length)]);
        return file;
    }

    private byte[] hugeHeader() {
        byte[] file = wav();
        byte[] list = new byte[4_000_000];
        ByteBuffer chunk = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).put(ascii("LIST")).putInt(list.length);
        return Sounds.joined(Arrays.copyOf(file, 12), chunk.array(), list, Arrays.copyOfRange(file, 12, file.length));
    }

    private byte[] manyChunks() {
        byte[] file = wav();
        ByteBuffer chunks = ByteBuffer.allocate(100_000 * 8).order(ByteOrder.LITTLE_ENDIAN);
        while (chunks.hasRemaining()) {
            chunks.put(ascii("junk")).putInt(0);
        }
        return Sounds.joined(Arrays.copyOf(file, 12), chunks.array(), Arrays.copyOfRange(file, 12, file.length));
    }

    /** As many samples as fit: the most work to convert. */
    private byte[] widest() {
        int rate = 41_000 + chance.nextInt(3_000);
        byte[] file = (chance.nextBoolean() ? mu : a).clone();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(24, rate).putInt(28, rate);
        return file;
    }

    /** Five million sines, once: the rate is what differs. */
    private static byte[] oneByteASample(AudioFormat.Encoding encoding) {
        return Sounds.wav(LARGEST / 42_000f, 42_000, encoding);
    }

    private byte[] cut() {
        byte[] file = chance.nextBoolean() ? wav() : Sounds.joined(Sounds.id3(MARKUP), mp3());
        return Arrays.copyOf(file, 1 + chance.nextInt(file.length - 1));
    }

    private byte[] disguised() {
        return Sounds.joined(oneOf("RIFF\u00ff\u00ff\u00ff\u007fWAVEfmt ", "ID3\u0004\0\0\0\0\u0001\0", "\u00ff\u00fb\u0090\0", "RIFFxxxxAVI "), random(200_000));
    }

    private byte[] nearMisses() {
        byte[] misses = new byte[LARGEST];
        for (int i = 0; i < misses.length; i += 2) {
            misses[i] = (byte) 0xff;
            misses[i + 1] = (byte) (0xfb - chance.nextInt(2));
        }
        return Sounds.joined(Sounds.id3("x"), misses);
    }

    private byte[] oneOf(String... beginnings) {
        return beginnings[chance.nextInt(beginnings.length)].getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] random(int bytes) {
        byte[] noise = new byte[bytes];
        chance.nextBytes(noise);
        return noise;
    }

    private static byte[] gzipBomb() {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bomb)) {
            nothing(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bomb.toByteArray();
    }

    private static byte[] zipBomb() {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bomb)) {
            out.putNextEntry(new ZipEntry("../../escaped.html"));
            out.write(page());
            out.putNextEntry(new ZipEntry("nothing"));
            nothing(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bomb.toByteArray();
    }

    /** 256 MB of it. */
    private static void nothing(OutputStream out) throws IOException {
        byte[] nothing = new byte[1 << 20];
        for (int i = 0; i < 256; i++) {
            out.write(nothing);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
