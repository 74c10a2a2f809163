package callward.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sound can be kept. */
@ApplicationScoped
public class DataFolderPart implements Part {

    private static final long LEAST_BYTES = 50_000_000;

    @Inject
    Settings settings;

    @Override
    public String name() {
        return "sound";
    }

    @Override
    public State state() {
        Path folder = settings.dataFolder();
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "check", ".tmp"));
            long free = Files.getFileStore(folder).getUsableSpace();
            return free > LEAST_BYTES ? State.up() : State.down("state.sound.full", free / 1_000_000);
        } catch (IOException e) {
            return State.down("state.sound.unwritable", folder.toString());
        }
    }
}
