package callward.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** What a voicemail's mail must be. */
final class Mails {

    private Mails() { }

    /** Sound is attached that a player can play, longer than a second. */
    static void assertPlayable(MimeMessage message) throws IOException, MessagingException, UnsupportedAudioFileException {
        Multipart parts = (Multipart) message.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.getFileName() != null) {
                try (AudioInputStream sound = AudioSystem.getAudioInputStream(new BufferedInputStream(part.getInputStream()))) {
                    assertTrue(sound.getFrameLength() > sound.getFormat().getFrameRate(), "shorter than a second");
                    return;
                }
            }
        }
        throw new AssertionError("no sound is attached to " + message.getSubject());
    }
}
