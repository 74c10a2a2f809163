package callward.voicemail;

import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Sees to it that there is a mailbox: a message must have a place before anybody has set up anything. */
@Singleton
@Startup
@DependsOn("Schema")
public class FirstMailbox {

    static final String KEY = "main";

    @Inject
    Mailboxes mailboxes;
    @Inject
    Settings settings;

    @PostConstruct
    void make() {
        if (mailboxes.all().isEmpty()) {
            boolean demo = settings.on(Setting.DEMO);
            mailboxes.save(KEY, demo ? "Support" : settings.text(Setting.COMPANY), demo ? "support@widgets.example" : "");
        }
    }
}
