package callward.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;

/** The folder that outlives a run: database, sound files, keys, logs, and who runs on it now. */
record DataDir(Path path) {

    private static final String MARK = ".callward-data";
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    static DataDir open(Path path) throws IOException {
        boolean ours = !Files.exists(path) || isEmpty(path);
        Files.createDirectories(path);
        if (ours) {
            Files.writeString(path.resolve(MARK), "Everything in this folder belongs to Callward; ./run --fresh empties it.\n");
        }
        Files.createDirectories(path.resolve("run"));
        Files.createDirectories(path.resolve("logs"));
        return new DataDir(path);
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** Held as long as this process lives, and let go by the system even after kill -9. */
    Optional<AutoCloseable> lock() throws IOException {
        var channel = FileChannel.open(file("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(channel);
    }

    void empty() throws IOException {
        if (!Files.exists(file(MARK))) {
            throw new Refused(path + " was not made by Callward: --fresh leaves it alone. Choose another CALLWARD_DATA_DIR.");
        }
        try (var files = Files.list(path)) {
            for (Path file : files.filter(f -> !f.endsWith("run") && !f.endsWith(MARK)).toList()) {
                delete(file);
            }
        }
        Files.createDirectories(file("logs"));
    }

    /** A password made once and kept where only this user can read it. */
    String secret(String name) throws IOException {
        Path file = file(name);
        if (!Files.exists(file)) {
            writePrivately(file, random());
        }
        return Files.readString(file).strip();
    }

    static void writePrivately(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(part, text + "\n");
        Files.move(part, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (var files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    private static String random() {
        var random = new SecureRandom();
        var text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            text.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
