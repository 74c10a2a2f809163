package callward.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.BiConsumer;

/** All that lies in a data folder while a database and a server work in it: what they take away meanwhile is not there any more, and that is all right. */
final class LivingFolder extends SimpleFileVisitor<Path> {

    private final BiConsumer<Path, String> reader;

    private LivingFolder(BiConsumer<Path, String> reader) {
        this.reader = reader;
    }

    /** @param reader gets each file with its bytes as letters; the application server's own files are not ours */
    static void read(Path folder, BiConsumer<Path, String> reader) throws IOException {
        Files.walkFileTree(folder, new LivingFolder(reader));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes what) throws IOException {
        if (Files.isRegularFile(file) && Files.isReadable(file) && !file.toString().contains("/server/")) {
            byte[] bytes;
            try {
                bytes = Files.readAllBytes(file);
            } catch (IOException e) {
                return visitFileFailed(file, e);
            }
            reader.accept(file, new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
        if (why instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw why;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException why) throws IOException {
        return why == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, why);
    }
}
